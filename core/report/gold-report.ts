import { pairCloses } from '../context/paired-closes.ts';
import type { DailyCandle } from '../levels/daily-candle.ts';
import type { EstimateInterval, GoldReport } from '../market/market-report.ts';
import { goldHedge } from '../risk/advice/gold-hedge.ts';

/** What gold would do to the variance of the coin, from the days that both know; null where these are too few. */
export function compareWithGold(
  coin: readonly DailyCandle[],
  gold: readonly DailyCandle[],
): GoldReport | null {
  const { first, second } = pairCloses(coin, gold);
  const hedge = goldHedge(first, second);
  if (hedge === null) return null;
  const rounded = (value: number): number => Number(value.toFixed(4));
  const interval = ({ low, value, high }: EstimateInterval): EstimateInterval => ({
    low: rounded(low),
    value: rounded(value),
    high: rounded(high),
  });
  return {
    correlation: interval(hedge.correlation),
    fundedWeight: rounded(hedge.fundedWeight),
    fundedSaving: interval(hedge.fundedSaving),
    overlayRatio: interval(hedge.overlayRatio),
    verdict: hedge.verdict,
    days: hedge.days,
  };
}
