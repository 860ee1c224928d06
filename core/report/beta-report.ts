import { pairCloses } from '../context/paired-closes.ts';
import type { DailyCandle } from '../levels/daily-candle.ts';
import { marketId } from '../market/asset.ts';
import type { BetaReport } from '../market/market-report.ts';
import { DAY_S } from '../market/time.ts';
import { BETA_DAYS, estimateBeta } from '../risk/account/beta.ts';

/** What every other market is compared with, where its days are kept too. */
export const BITCOIN_MARKET = marketId({ base: 'BTC' });

/** How a market goes with bitcoin, by the days of the last two months that both know: bitcoin's may have ended long ago. */
export function compareWithBitcoin(
  coin: readonly DailyCandle[],
  bitcoin: readonly DailyCandle[],
): BetaReport {
  const fromS = (coin.at(-1)?.openTimeS ?? 0) - BETA_DAYS * DAY_S;
  const recent = coin.filter(({ openTimeS }) => openTimeS >= fromS);
  const { first, second } = pairCloses(recent, bitcoin);
  const beta = estimateBeta(first, second);
  const rounded = (value: number): number => Number(value.toFixed(4));
  return {
    days: Math.max(0, first.length - 1),
    beta: beta && { low: rounded(beta.low), value: rounded(beta.value), high: rounded(beta.high) },
  };
}
