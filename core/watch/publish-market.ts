import type { MarketReport, SourceStatus } from '../market/market-report.ts';
import { VENUE_IDS } from '../market/venue-id.ts';
import { assembleReport } from '../report/assemble-report.ts';
import { fitReport } from '../report/fit-report.ts';
import { compareWithGold } from '../report/gold-report.ts';
import type { Outlook } from '../report/market-outlook.ts';
import type { Venue } from '../venues/venue.ts';
import { GOLD_MARKET, isComparedWithGold, readDays } from './daily-source.ts';
import { forcedStatistics, type ForcedStatistics } from './forced-statistics.ts';
import { reportListening } from './forced-orders/listening-report.ts';
import { lastClose } from './last-close.ts';
import { venueFacts, warmUpOf, type VenueFacts, type VenueRecords } from './market-facts.ts';
import { withForecast } from './forecast/market-view.ts';
import { aggregate, mapOf, readSeries } from './market-map.ts';
import { readContext } from './market-context.ts';
import { readOutlook } from './market-outlook.ts';
import { showWarnings, withWarnings } from './market-warnings.ts';
import { openInterestPeak } from './open-interest-peaks.ts';
import type { Ports } from './ports.ts';
import { isConfirmed, refuseStrayTickers } from './stray-tickers.ts';
import type { StoredTiers } from './stored.ts';
import { SOURCE_KINDS, type SourceRecord } from './tables.ts';
import { windowsAt } from './windows.ts';

/** A bar that closed longer before a price does not speak against it. */
const FRESH_CLOSE_MS = 30 * 60_000;

/** A venue's price is passed over for another's that is fresher by more than this. */
const PRICE_LAG_MS = 60_000;

/**
 * Makes the market's report of what is stored and writes it: the engine state first, then what the warnings' rules
 * remember, then the report. Depends on nothing but the stored rows and the clock, so it may be cut off or repeated at
 * any point.
 * @throws StorageError
 */
export async function publishMarket(
  ports: Ports,
  market: string,
  venues: readonly Venue[],
  notices: readonly SourceStatus[] = [],
): Promise<void> {
  const nowMs = ports.clock.nowMs();
  const facts = refuseStrayTickers(await readFacts(ports, market, venues, nowMs));
  const forced = await forcedStatistics(ports, market, nowMs);
  const report = await makeReport(ports, market, { venues, facts, forced, notices, nowMs });
  const { burst } = forced;
  const warned = await withWarnings(ports, report, { facts, burst, nowMs });
  await ports.storage.writeReport(fitReport(warned));
  await publishTiers(ports, market, facts);
  await showWarnings(ports, market);
}

interface Known {
  readonly venues: readonly Venue[];
  readonly facts: readonly VenueFacts[];
  readonly forced: ForcedStatistics;
  readonly notices: readonly SourceStatus[];
  readonly nowMs: number;
}

async function makeReport(
  ports: Ports,
  market: string,
  { venues, facts, forced, notices, nowMs }: Known,
): Promise<MarketReport> {
  const windows = windowsAt(nowMs);
  const series = await readSeries(ports, market, facts, { fromS: windows.originS, untilS: windows.untilS });
  const aggregated = aggregate(series, windows.originS, windows.untilS);
  const quote = quoteOf(facts);
  const price = quote?.ticker?.markPrice ?? null;
  const view =
    aggregated === null
      ? null
      : await mapOf({ ports, market, facts, series, aggregated, windows, nowMs, price });
  const preferred = facts.map(({ venue }) => venue);
  const days = await readDays(ports.database, market, preferred, price);
  const report = assembleReport({
    market,
    nowMs: quote?.tickerReceivedAtMs ?? nowMs,
    price,
    tickSize: quote?.instrument?.tickSize ?? null,
    warmUp: warmUpOf(facts),
    map: view?.map ?? null,
    aggregated,
    openInterestPeak: await openInterestPeak(ports, market, aggregated?.bars ?? null, nowMs),
    venues: facts.map(({ venue, ticker, accountRatio }) => ({
      venue,
      ticker,
      accountRatio,
      bars: series.find((one) => one.venue === venue)?.bars ?? null,
    })),
    context: await readContext(ports.database, market, days, nowMs),
    history: { largestLiquidationDays: forced.largestDays },
    sources: [...facts.flatMap(({ statuses }) => statuses), ...notices],
  });
  const outlook = await readOutlook(ports.database, report, { facts, days, aggregated, nowMs });
  const goldDays = isComparedWithGold(market)
    ? await readDays(ports.database, GOLD_MARKET, preferred, null)
    : [];
  const whole = {
    ...withOutlook(report, outlook),
    gold: compareWithGold(days, goldDays),
    listening: await reportListening(ports.storage, venues, nowMs),
  };
  return withForecast(whole, view);
}

const withOutlook = (report: MarketReport, { clusterDetails, ...outlook }: Outlook): MarketReport => ({
  ...report,
  ...outlook,
  clusters: report.clusters.map((cluster) => ({ ...cluster, ...clusterDetails[cluster.id] })),
});

async function readFacts(
  { database }: Ports,
  market: string,
  venues: readonly Venue[],
  nowMs: number,
): Promise<readonly VenueFacts[]> {
  const rows = await database.list('sources', [market]);
  return Promise.all(
    venues.map(async (venue) => {
      const records: Partial<Record<(typeof SOURCE_KINDS)[number], SourceRecord>> = {};
      const instruments = await database.get('sources', ['', venue.id, 'instruments']);
      if (instruments !== null) records.instruments = instruments;
      for (const kind of SOURCE_KINDS) {
        const row = rows.find(({ key }) => key[1] === venue.id && key[2] === kind);
        if (row !== undefined) records[kind] = row.value;
      }
      const askedAtMs = records.ticker?.okAtMs ?? nowMs;
      const close = await lastClose(database, market, venue.id, askedAtMs, FRESH_CLOSE_MS);
      return venueFacts(venue, market, records satisfies VenueRecords, nowMs, close);
    }),
  );
}

/** The first venue in the order of preference whose price is as fresh as the others'. */
function quoteOf(facts: readonly VenueFacts[]): VenueFacts | null {
  const priced = facts
    .filter((one) => isConfirmed(facts, one))
    .toSorted((a, b) => VENUE_IDS.indexOf(a.venue) - VENUE_IDS.indexOf(b.venue));
  const newestMs = Math.max(...priced.map(({ tickerReceivedAtMs }) => tickerReceivedAtMs ?? 0));
  return (
    priced.find(({ tickerReceivedAtMs }) => (tickerReceivedAtMs ?? 0) >= newestMs - PRICE_LAG_MS) ?? null
  );
}

async function publishTiers({ storage }: Ports, market: string, facts: readonly VenueFacts[]): Promise<void> {
  const tiers: StoredTiers = Object.fromEntries(
    facts.flatMap(({ venue, tiers: table }) => (table === null ? [] : [[venue, table]])),
  );
  const known = await storage.readTiers(market);
  const isNew = facts.some(
    ({ venue }) => tiers[venue] !== undefined && tiers[venue].atMs !== known[venue]?.atMs,
  );
  if (isNew) await storage.writeTiers(market, { ...known, ...tiers });
}
