import type { GoldReport } from '../../market/market-report.ts';

/** Days that the exponential weights amount to; alpha = 2 / (span + 1). */
const SPAN_DAYS = 60;
const PRIOR_CORRELATION = 0.1;
const PRIOR_WEIGHT = 0.5;
const NORMAL_975 = 1.959963984540054;

/**
 * Gold beside a coin, from daily closes of the same days, oldest first. Null for fewer than 60 returns or series
 * without movement. The interval is Fisher's around the shrunk correlation for 60 effective days.
 */
export function goldHedge(coinCloses: readonly number[], goldCloses: readonly number[]): GoldReport | null {
  const days = Math.min(coinCloses.length, goldCloses.length) - 1;
  if (days < SPAN_DAYS) return null;
  const moments = weightedMoments(
    logReturns(coinCloses.slice(-days - 1)),
    logReturns(goldCloses.slice(-days - 1)),
  );
  const coin = Math.sqrt(moments.coin);
  const gold = Math.sqrt(moments.gold);
  if (!(coin > 0 && gold > 0)) return null;
  const raw = moments.both / (coin * gold);
  const value = PRIOR_WEIGHT * PRIOR_CORRELATION + (1 - PRIOR_WEIGHT) * raw;
  const half = NORMAL_975 / Math.sqrt(SPAN_DAYS - 3);
  const correlation = {
    low: Math.tanh(Math.atanh(value) - half),
    value,
    high: Math.tanh(Math.atanh(value) + half),
  };
  const fundedWeight = minimumVarianceWeight(coin, gold, value);
  const saving = (rho: number): number => 1 - portfolioVariance(fundedWeight, coin, gold, rho) / coin ** 2;
  const overlay = (rho: number): number => (-rho * coin) / gold;
  return {
    correlation,
    fundedWeight,
    fundedSaving: { low: saving(correlation.high), value: saving(value), high: saving(correlation.low) },
    overlayRatio: { low: overlay(correlation.high), value: overlay(value), high: overlay(correlation.low) },
    verdict: correlation.high < 0 ? 'hedge' : 'not-a-hedge',
    days,
  };
}

/** Gold's share w with the least variance of (1 - w) coin + w gold, kept within 0 and 1. */
export function minimumVarianceWeight(coin: number, gold: number, correlation: number): number {
  const shared = correlation * coin * gold;
  const spread = coin ** 2 + gold ** 2 - 2 * shared;
  return spread > 0 ? Math.min(1, Math.max(0, (coin ** 2 - shared) / spread)) : 0;
}

const portfolioVariance = (weight: number, coin: number, gold: number, correlation: number): number =>
  (1 - weight) ** 2 * coin ** 2 +
  weight ** 2 * gold ** 2 +
  2 * weight * (1 - weight) * correlation * coin * gold;

/** Exponentially weighted mean squares and product; the newest day weighs most. Means of daily returns are taken as zero. */
function weightedMoments(
  coin: readonly number[],
  gold: readonly number[],
): { coin: number; gold: number; both: number } {
  const keep = 1 - 2 / (SPAN_DAYS + 1);
  const moments = { coin: 0, gold: 0, both: 0 };
  let weights = 0;
  coin.forEach((x, index) => {
    const y = gold[index] ?? 0;
    moments.coin = keep * moments.coin + x * x;
    moments.gold = keep * moments.gold + y * y;
    moments.both = keep * moments.both + x * y;
    weights = keep * weights + 1;
  });
  return { coin: moments.coin / weights, gold: moments.gold / weights, both: moments.both / weights };
}

const logReturns = (closes: readonly number[]): number[] =>
  closes.slice(1).map((close, index) => Math.log(close / (closes[index] ?? close)));
