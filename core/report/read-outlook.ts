import type { AggregatedBars } from '../engine/index.ts';
import { type DailyCandle, DAY_S } from '../levels/daily-candle.ts';
import type { MarketReport } from '../market/market-report.ts';
import { combineLiquidity, type VenueLiquidity } from './liquidity.ts';
import { depthNear } from '../cascade/near-depth.ts';
import { assessOutlook, type Outlook } from './market-outlook.ts';
import type { VenueFacts } from './market-facts.ts';
import type { DatabasePort } from '../ledger/ports.ts';
import { usualDepthUsd } from '../ledger/usual-depth.ts';

/** A book older than this absorbs nothing now. */
const BOOK_AGE_MS = 10 * 60_000;

/** The turnover of a day is the mean over this time. */
const TURNOVER_S = 7 * DAY_S;

/** What the outlook needs beside the report itself. */
export interface OutlookFacts {
  readonly facts: readonly VenueFacts[];
  readonly days: readonly DailyCandle[];
  readonly aggregated: AggregatedBars | null;
  readonly nowMs: number;
}

/** Levels, risk of breaks and cascades from daily candles and the stored books, and the depth of these. */
export async function readOutlook(
  database: DatabasePort,
  report: MarketReport,
  { facts, days, aggregated, nowMs }: OutlookFacts,
): Promise<Outlook & Pick<MarketReport, 'depth'>> {
  const { market, assetClass, price, map, clusters, context } = report;
  const liquidity = combineLiquidity(
    await Promise.all(facts.map((one) => liquidityOf(database, market, one, nowMs))),
  );
  const outlook = assessOutlook({
    assetClass,
    bars: aggregated?.bars ?? null,
    daily: days,
    nowMs,
    price,
    map,
    clusters,
    ...liquidity,
    dailyVolumeUsd: aggregated === null ? null : dailyTurnoverUsd(aggregated, nowMs / 1000),
    dvol: context.dvol,
  });
  const { books } = liquidity;
  return { ...outlook, depth: price === null || books.length === 0 ? null : depthNear(books, price) };
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
  const recent = bars.openTimeS.filter((timeS) => timeS >= nowS - TURNOVER_S).length;
  const turnover = bars.turnoverUsd.subarray(bars.openTimeS.length - recent);
  const days = (turnover.length * bars.intervalS) / DAY_S;
  return days < 1 ? null : turnover.reduce((sum, usd) => sum + usd, 0) / days;
}
