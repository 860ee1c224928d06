import { aggregateVenues, liquidationMap, type AggregatedBars, type VenueSeries } from '../engine/index.ts';
import type { Bars } from '../market/bars.ts';
import type { LiquidationMap } from '../market/liquidation-map.ts';
import type { SourceStatus } from '../market/market-report.ts';
import { VENUE_IDS, type VenueId } from '../market/venue-id.ts';
import { assembleReport } from '../report/assemble-report.ts';
import type { Venue } from '../venues/venue.ts';
import {
  refuseStrayTickers,
  venueFacts,
  warmUpOf,
  type VenueFacts,
  type VenueRecords,
} from './market-facts.ts';
import type { Ports } from './ports.ts';
import { readBars } from './read-bars.ts';
import { engineBasis, settledInventory, stepOn } from './settled-inventory.ts';
import type { StoredTiers } from './stored.ts';
import { SOURCE_KINDS, type SourceRecord } from './tables.ts';
import { SETTLED_AFTER_S, windowsAt, type Windows } from './windows.ts';

/** A venue's price is passed over for another's that is fresher by more than this. */
const PRICE_LAG_MS = 60_000;

/**
 * Makes the market's report of what is stored and writes it: the engine state first, then the report. Depends on
 * nothing but the stored rows and the clock, so it may be cut off or repeated at any point.
 * @throws StorageError
 */
export async function publishMarket(
  ports: Ports,
  market: string,
  venues: readonly Venue[],
  notices: readonly SourceStatus[] = [],
): Promise<void> {
  const { storage, clock } = ports;
  const nowMs = clock.nowMs();
  const facts = refuseStrayTickers(await readFacts(ports, market, venues, nowMs));
  const windows = windowsAt(nowMs);
  const series = await readSeries(ports, market, facts, { fromS: windows.originS, untilS: windows.untilS });
  const aggregated = aggregate(series, windows.originS, windows.untilS);
  const quote = quoteOf(facts);
  const price = quote?.ticker?.markPrice ?? null;
  const map =
    aggregated === null
      ? null
      : await mapOf({ ports, market, facts, series, aggregated, windows, nowMs, price });
  await storage.writeReport(
    assembleReport({
      market,
      nowMs: quote?.tickerReceivedAtMs ?? nowMs,
      price,
      tickSize: quote?.instrument?.tickSize ?? null,
      warmUp: warmUpOf(facts),
      map,
      aggregated,
      venues: facts.map(({ venue, ticker, accountRatio }) => ({
        venue,
        ticker,
        accountRatio,
        bars: series.find((one) => one.venue === venue)?.bars ?? null,
      })),
      sources: [...facts.flatMap(({ statuses }) => statuses), ...notices],
    }),
  );
  await publishTiers(ports, market, facts);
}

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
      return venueFacts(venue, market, records satisfies VenueRecords, nowMs);
    }),
  );
}

async function readSeries(
  { database }: Ports,
  market: string,
  facts: readonly VenueFacts[],
  range: { readonly fromS: number; readonly untilS: number },
  kind: 'candles' | 'burn-in' = 'candles',
): Promise<readonly VenueSeries[]> {
  const loaded = facts.filter(
    ({ coverage, instrument }) => coverage[kind] !== undefined && instrument !== null,
  );
  const series = await Promise.all(
    loaded.map(async ({ venue }) => ({ venue, bars: await readBars(database, market, venue, kind, range) })),
  );
  return series.filter(({ bars }) => bars.openTimeS.length > 0);
}

const aggregate = (series: readonly VenueSeries[], fromS: number, untilS: number): AggregatedBars | null =>
  series.length === 0 ? null : aggregateVenues(series, { fromS, untilS: untilS - 1 });

/** The first venue in the order of preference whose price is as fresh as the others'. */
function quoteOf(facts: readonly VenueFacts[]): VenueFacts | null {
  const priced = facts
    .filter(({ ticker }) => ticker !== null)
    .toSorted((a, b) => VENUE_IDS.indexOf(a.venue) - VENUE_IDS.indexOf(b.venue));
  const newestMs = Math.max(...priced.map(({ tickerReceivedAtMs }) => tickerReceivedAtMs ?? 0));
  return (
    priced.find(({ tickerReceivedAtMs }) => (tickerReceivedAtMs ?? 0) >= newestMs - PRICE_LAG_MS) ?? null
  );
}

interface MapInput {
  readonly ports: Ports;
  readonly market: string;
  readonly facts: readonly VenueFacts[];
  readonly series: readonly VenueSeries[];
  readonly aggregated: AggregatedBars;
  readonly windows: Windows;
  readonly nowMs: number;
  readonly price: number | null;
}

async function mapOf(input: MapInput): Promise<LiquidationMap | null> {
  const { ports, market, facts, series, aggregated, windows, nowMs, price } = input;
  const { bars } = aggregated;
  const basis = engineBasis(windows.originS, revisionsOf(facts, series));
  const stored = await ports.database.get('engine', [market]);
  const older = stored?.basis === basis ? null : await readOlder(input);
  const inventory = settledInventory(bars, older, stored, basis, nowMs / 1000 - SETTLED_AFTER_S);
  if (inventory === null) return null;
  const { lastOpenTimeS } = inventory;
  if (stored?.basis !== basis || stored.lastOpenS !== lastOpenTimeS) {
    const value = { basis, lastOpenS: lastOpenTimeS, state: inventory };
    await ports.database.commit([{ store: 'engine', key: [market], value }]);
  }
  stepOn(inventory, bars);
  return liquidationMap(inventory, price ?? inventory.lastPrice);
}

async function readOlder({ ports, market, facts, windows }: MapInput): Promise<Bars | null> {
  const { burnInFromS: fromS, originS: untilS } = windows;
  const series = await readSeries(ports, market, facts, { fromS, untilS }, 'burn-in');
  return aggregate(series, fromS, untilS)?.bars ?? null;
}

/** What an engine state depends on beside its last bar: which venues, which of their bars, and where open interest begins. */
const revisionsOf = (facts: readonly VenueFacts[], series: readonly VenueSeries[]): readonly string[] =>
  series.map(({ venue, bars }: { venue: VenueId; bars: Bars }) => {
    const coverage = facts.find((one) => one.venue === venue)?.coverage;
    const revisions = [coverage?.candles, coverage?.['open-interest'], coverage?.['burn-in']];
    const firstKnown = bars.openInterestBase.find((value) => value > 0) ?? 0;
    return [venue, ...revisions.map((one) => one?.revision ?? '-'), firstKnown].join(':');
  });

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
