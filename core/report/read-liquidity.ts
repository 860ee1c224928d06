import type { AggregatedBars } from '../engine/index.ts';
import { lowerBound } from '../market/lower-bound.ts';
import { DAY_S, MINUTE_MS } from '../market/time.ts';
import { combineLiquidity, type VenueLiquidity } from './liquidity.ts';
import { depthNear } from '../cascade/near-depth.ts';
import type { MarketReport } from '../market/market-report.ts';
import type { OutlookInput } from './market-outlook.ts';
import type { VenueFacts } from './venue-facts.ts';
import type { DatabasePort } from '../ledger/ports.ts';
import { usualDepthUsd } from '../ledger/usual-depth.ts';

/** A book older than this absorbs nothing now. */
const BOOK_AGE_MS = 10 * MINUTE_MS;

/** The turnover of a day is the mean over this time. */
const TURNOVER_S = 7 * DAY_S;

/** The market at a time; its price in USD, null where none is believed. */
interface AtPrice {
  readonly aggregated: AggregatedBars | null;
  readonly price: number | null;
  readonly nowMs: number;
}

type Liquidity = Pick<OutlookInput, 'books' | 'coverage' | 'survival' | 'dailyVolumeUsd'> &
  Required<Pick<MarketReport, 'depth'>>;

/** What absorbs forced flow at the venues of `facts`: books, the share of the market that they are, their depth, and turnover. */
export async function readLiquidity(
  database: DatabasePort,
  market: string,
  facts: readonly VenueFacts[],
  { aggregated, price, nowMs }: AtPrice,
): Promise<Liquidity> {
  const venues = await Promise.all(facts.map((one) => liquidityOf(database, market, one, nowMs)));
  const liquidity = combineLiquidity(venues);
  const { books } = liquidity;
  return {
    ...liquidity,
    depth: price === null || books.length === 0 ? null : depthNear(books, price),
    dailyVolumeUsd: aggregated === null ? null : dailyTurnoverUsd(aggregated, nowMs / 1000),
  };
}

async function liquidityOf(
  database: DatabasePort,
  market: string,
  { venue, book, ticker }: VenueFacts,
  nowMs: number,
): Promise<VenueLiquidity> {
  return {
    book: book !== null && nowMs - book.atMs <= BOOK_AGE_MS ? book : null,
    usualUsd: await usualDepthUsd(database, market, venue),
    openInterestBase: ticker?.openInterestBase ?? null,
  };
}

/** Mean turnover of a day over all venues, USD; null without a day of bars. */
function dailyTurnoverUsd({ bars }: AggregatedBars, nowS: number): number | null {
  const turnover = bars.turnoverUsd.subarray(lowerBound(bars.openTimeS, nowS - TURNOVER_S));
  const days = (turnover.length * bars.intervalS) / DAY_S;
  return days < 1 ? null : turnover.reduce((sum, usd) => sum + usd, 0) / days;
}
