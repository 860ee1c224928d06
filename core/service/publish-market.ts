import type { MarketReport, StorageTrouble } from '../market/market-report.ts';
import { VENUE_IDS } from '../market/venue-id.ts';
import { dailyCandlesOf } from '../levels/daily-candle.ts';
import { buildReport } from '../report/build-report.ts';
import { dailyBars } from '../report/daily-bars.ts';
import { fitReport } from '../report/fit-report.ts';
import { compareWithGold } from '../report/gold-report.ts';
import type { Venue } from '../venues/venue.ts';
import { readDays } from '../report/read-days.ts';
import { GOLD_MARKET, isComparedWithGold } from '../market/gold.ts';
import { type Believed, believeMarket, FRESH_CLOSE_MS } from '../report/aside/believe-market.ts';
import { forcedStatistics, type ForcedStatistics } from '../report/forced-statistics.ts';
import { reportListening } from '../report/listening-report.ts';
import { lastClose } from '../ledger/last-close.ts';
import { venueFacts, warmUpOf, type VenueFacts, type VenueRows } from '../report/market-facts.ts';
import { mapOf } from '../report/market-map.ts';
import type { MarketMemory } from '../report/market-memory.ts';
import { readContext } from '../report/read-context.ts';
import { readLiquidity } from '../report/read-liquidity.ts';
import { showWarnings, withWarnings } from './market-warnings.ts';
import { openInterestPeak } from '../report/open-interest-peaks.ts';
import { rowsToMend } from '../ledger/mend-rows.ts';
import type { Ports } from '../ledger/ports.ts';
import type { StoredTiers } from '../ledger/tiers.ts';
import { SOURCE_KINDS, type SourceRow } from '../ledger/tables/sources.ts';

/**
 * Makes the market's report of what is stored and writes it: the engine state first, then what the warnings' rules
 * remember, then the report. Depends on nothing but the stored rows and the clock, so it may be cut off or repeated at
 * any point; `memory` only saves the reading of them, and is of no more use after an error.
 * @returns the report before it was cut to what a page can hold
 * @throws StorageError
 */
export async function publishMarket(
  ports: Ports,
  market: string,
  venues: readonly Venue[],
  memory: MarketMemory,
  storage: readonly StorageTrouble[] = [],
): Promise<MarketReport> {
  const nowMs = ports.clock.nowMs();
  const told = await readFacts(ports, market, venues, nowMs);
  const known = await believeMarket(ports, market, told, memory, nowMs);
  const { facts, aside, aggregated } = known;
  const forced = await forcedStatistics(ports, market, known.checked.series, nowMs);
  const made = await makeReport(ports, market, { ...known, venues, memory, forced });
  const report = withStorage(made, storage, rowsToMend(ports.database, market).length === 0);
  const { burst } = forced;
  const warned = await withWarnings(ports, report, {
    facts,
    burst,
    aside,
    bars: aggregated?.bars ?? null,
    nowMs,
  });
  await ports.storage.writeReport(fitReport(warned));
  await publishTiers(ports, market, facts);
  await showWarnings(ports, market);
  return warned;
}

interface Known extends Believed {
  readonly venues: readonly Venue[];
  readonly memory: MarketMemory;
  readonly forced: ForcedStatistics;
}

async function makeReport(ports: Ports, market: string, known: Known): Promise<MarketReport> {
  const { venues, facts, priced, quote, marks, checked, aggregated, windows, forced, nowMs } = known;
  const { series, aside } = checked;
  const price = quote?.price ?? null;
  const view =
    aggregated === null || price === null
      ? null
      : await mapOf({
          ports,
          market,
          facts,
          series,
          aside,
          asideLog: known.aside.log,
          aggregated,
          windows,
          memory: known.memory,
          nowMs,
          price,
        });
  const preferred = facts.map(({ venue }) => venue);
  const own = series.length > 1 && aggregated !== null ? dailyBars(aggregated.bars, nowMs / 1000) : null;
  const days = await readDays(
    ports.database,
    market,
    preferred,
    price,
    own === null ? [] : dailyCandlesOf(own),
  );
  const at = { aggregated, price, nowMs };
  const { depth, ...liquidity } = await readLiquidity(ports.database, market, facts, at);
  const goldDays = isComparedWithGold(market)
    ? await readDays(ports.database, GOLD_MARKET, preferred, null)
    : [];
  return buildReport({
    market,
    preMarket: facts.flatMap(({ venue, instrument }) => (instrument?.isPreMarket === true ? [venue] : [])),
    nowMs: quote?.atMs ?? nowMs,
    price,
    marks,
    tickSize:
      VENUE_IDS.flatMap((id) => priced.find(({ venue }) => venue === id)?.instrument?.tickSize ?? [])[0] ??
      null,
    warmUp: warmUpOf(facts),
    view,
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
    sources: facts.flatMap(({ statuses }) => statuses),
    outlook: { daily: days, nowMs, ...liquidity },
    beside: {
      depth,
      gold: compareWithGold(days, goldDays),
      listening: await reportListening(ports.storage, venues, nowMs),
    },
  });
}

/** While rows that could not be read are still to be loaded again, history is not complete. */
const withStorage = (
  report: MarketReport,
  storage: readonly StorageTrouble[],
  isReadable: boolean,
): MarketReport => ({
  ...report,
  ...(storage.length > 0 ? { storage } : {}),
  warmUp: { ...report.warmUp, done: report.warmUp.done && isReadable },
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
      const stored: Partial<Record<(typeof SOURCE_KINDS)[number], SourceRow>> = {};
      const instruments = await database.get('sources', ['', venue.id, 'instruments']);
      if (instruments !== null) stored.instruments = instruments;
      for (const kind of SOURCE_KINDS) {
        const row = rows.find(({ key }) => key[1] === venue.id && key[2] === kind);
        if (row !== undefined) stored[kind] = row.value;
      }
      const askedAtMs = stored.ticker?.okAtMs ?? nowMs;
      const close = await lastClose(database, market, venue.id, askedAtMs, FRESH_CLOSE_MS);
      return venueFacts(venue, market, stored satisfies VenueRows, nowMs, close);
    }),
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
