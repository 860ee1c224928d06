import { USUAL_LEVERAGES } from '../../core/engine/skill/baselines.ts';
import type { Bars } from '../../core/market/bars.ts';

const BINS = 1_100;
const STEP = 0.001;
const DECAY = 0.999;

/**
 * What an open liquidation heat map does for every bar: mass fades, what the bar's range reaches is cleared, its turnover
 * is seeded at four leverages on either side of the close, and the picture's column is a copy of all four arrays. Written
 * from the method that peers publish, not from their code.
 * @returns columns, so that nothing of it can be left out
 */
export function peerPass(bars: Bars): Float64Array[] {
  const columns: Float64Array[] = [];
  const tiers = USUAL_LEVERAGES.map(() => new Float64Array(BINS));
  const origin = Math.round(Math.log(bars.close[0] ?? 1) / STEP) - BINS / 2;
  const binOf = (price: number): number =>
    Math.min(BINS - 1, Math.max(0, Math.round(Math.log(price) / STEP) - origin));
  for (let index = 0; index < bars.openTimeS.length; index++) {
    const low = binOf(bars.low[index] ?? 0);
    const high = binOf(bars.high[index] ?? 0);
    const close = bars.close[index] ?? 0;
    const usd = (bars.volumeBase[index] ?? 0) * close;
    tiers.forEach((tier, at) => {
      for (let bin = 0; bin < BINS; bin++) tier[bin] = (tier[bin] ?? 0) * DECAY;
      tier.fill(0, low, high + 1);
      const distance = 1 / (USUAL_LEVERAGES[at] ?? 1);
      const [below, above] = [binOf(close * (1 - distance)), binOf(close * (1 + distance))];
      tier[below] = (tier[below] ?? 0) + usd / 8;
      tier[above] = (tier[above] ?? 0) + usd / 8;
      columns.push(tier.slice());
    });
  }
  return columns;
}
