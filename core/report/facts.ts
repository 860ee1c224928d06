import { rowsToMend } from '../ledger/mend-rows.ts';
import type { Ports } from '../ledger/ports.ts';
import type { DailyCandle } from '../levels/daily-candle.ts';
import { GOLD_MARKET, isComparedWithGold } from '../market/gold.ts';
import { madeOnce } from '../market/made-once.ts';
import type { StorageTrouble } from '../market/market-report.ts';
import { VENUE_IDS } from '../market/venue-id.ts';
import type { Venue } from '../venues/venue.ts';
import { type Believed, believeMarket } from './aside/believe-market.ts';
import type { ReportFacts } from './build-report.ts';
import { forcedStatistics, type ForcedStatistics } from './forced-statistics.ts';
import { BITCOIN_MARKET, compareWithBitcoin } from './beta-report.ts';
import { compareWithGold } from './gold-report.ts';
import { reportListening } from './listening-report.ts';
import { readVenues, type StatusesOf, type VenueFacts, warmUpOf } from './venue-facts.ts';
import { mapOf } from './market-map.ts';
import type { MarketView } from './map-report.ts';
import type { MarketMemory } from './market-memory.ts';
import { LEVEL_DAYS } from '../ledger/windows.ts';
import { readOpenInterestPast } from './read-open-interest-past.ts';
import { readContext } from './read-context.ts';
import { ownDays, readDays } from './read-days.ts';
import { readLiquidity } from './read-liquidity.ts';
import { readWaitingOrders } from './waiting-orders-report.ts';

/** A market that is to be told. */
export interface ToldMarket {
  readonly market: string;
  /** Those whose figures are told, the preferred first. */
  readonly venues: readonly Venue[];
  /** Only saves the reading of what it holds; of no more use after an error. */
  readonly memory: MarketMemory;
  /** What is wrong with what is kept. */
  readonly storage: readonly StorageTrouble[];
}

/** What is known of a market at a time, read once. */
export interface MarketFacts
  extends Pick<Believed, 'facts' | 'aside' | 'nowMs'>, Pick<ForcedStatistics, 'burst'> {
  readonly report: ReportFacts;
}

/**
 * Reads what is stored of a market, and stores what follows from it: what is not believed, quarter hours of forced
 * orders, the engine after its last settled bar, and the record. Depends on nothing but the rows and the clock, so it may
 * be cut off or repeated at any point.
 * @throws StorageError
 */
export async function readFacts(
  ports: Ports,
  told: ToldMarket,
  statusesOf: StatusesOf,
): Promise<MarketFacts> {
  const { market, venues, memory } = told;
  const { database, clock } = ports;
  const nowMs = clock.nowMs();
  const known = await believeMarket(
    ports,
    market,
    await readVenues(database, market, venues, statusesOf, nowMs),
    memory,
    nowMs,
  );
  const { facts, aside } = known;
  const forced = await forcedStatistics(ports, market, known.checked.series, nowMs);
  await clock.giveWay();
  const view = await mapOf(ports, market, memory, known);
  await clock.giveWay();
  const report = await reportFacts(ports, told, known, forced, view);
  return { facts, aside, nowMs, burst: forced.burst, report };
}

async function reportFacts(
  ports: Ports,
  { market, venues, storage }: ToldMarket,
  { facts, priced, quote, marks, checked, aggregated, nowMs }: Believed,
  forced: ForcedStatistics,
  view: MarketView | null,
): Promise<ReportFacts> {
  const { database } = ports;
  const price = quote?.price ?? null;
  const bars = aggregated?.bars ?? null;
  const preferred = facts.map(({ venue }) => venue);
  const own = ownDays({ checked, aggregated }, nowMs);
  const past = await readDays(database, market, preferred, price, own);
  const days = daysOfLevels(past);
  const { depth, ...liquidity } = await readLiquidity(database, market, facts, { aggregated, price, nowMs });
  const goldDays = isComparedWithGold(market) ? await readDays(database, GOLD_MARKET, preferred, null) : [];
  const bitcoinDays =
    market === BITCOIN_MARKET ? null : await readDays(database, BITCOIN_MARKET, preferred, null);
  const waitingOrders = await readWaitingOrders(ports, market, { price, bars, nowMs });
  const warmUp = warmUpOf(facts);
  return {
    market,
    preMarket: facts.flatMap(({ venue, instrument }) => (instrument?.isPreMarket === true ? [venue] : [])),
    nowMs: quote?.atMs ?? nowMs,
    price,
    marks,
    tickSize: tickSizeOf(priced),
    // While rows that could not be read are still to be loaded again, history is not complete.
    warmUp: { ...warmUp, done: warmUp.done && rowsToMend(database, market).length === 0 },
    view,
    aggregated,
    openInterestPast: await readOpenInterestPast(ports, {
      market,
      venues: facts.map(({ venue, ticker }) => ({ venue, nowBase: ticker?.openInterestBase ?? null })),
      bars,
      days: past,
      nowMs,
    }),
    venues: facts.map(({ venue, ticker, accountRatio }) => ({
      venue,
      ticker,
      accountRatio,
      bars: checked.series.find((one) => one.venue === venue)?.bars ?? null,
    })),
    context: await readContext(database, market, days, nowMs),
    history: { largestLiquidationDays: forced.largestDays },
    liquidations: forced.liquidations,
    sources: facts.flatMap(({ statuses }) => statuses),
    outlook: { daily: days, nowMs, ...liquidity },
    beside: {
      depth,
      gold: compareWithGold(days, goldDays),
      ...(bitcoinDays === null ? {} : { beta: compareWithBitcoin(days, bitcoinDays) }),
      listening: await reportListening(ports.storage, venues, nowMs),
      ...(waitingOrders === null ? {} : { waitingOrders }),
      ...(storage.length > 0 ? { storage } : {}),
    },
  };
}

/** The same for as long as no day has come. */
const daysOfLevels = madeOnce((days: readonly DailyCandle[]) => days.slice(-LEVEL_DAYS));

/** That of the first venue in the usual order whose price is believed; null where none says. */
const tickSizeOf = (priced: readonly VenueFacts[]): number | null =>
  VENUE_IDS.flatMap((id) => priced.find(({ venue }) => venue === id)?.instrument?.tickSize ?? [])[0] ?? null;
