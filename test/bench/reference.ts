import { CLASSES } from '../../core/engine/parameters.ts';
import type { Bars } from '../../core/market/bars.ts';

/** What any engine must do at least: one pass that reads every bar and touches every class once. Returns a checksum. */
export function referencePass(bars: Bars): number {
  const classes = new Float64Array(CLASSES);
  for (let index = 0; index < bars.openTimeS.length; index++) {
    const sum =
      (bars.open[index] ?? 0) +
      (bars.high[index] ?? 0) +
      (bars.low[index] ?? 0) +
      (bars.close[index] ?? 0) +
      (bars.volumeBase[index] ?? 0) +
      (bars.openInterestBase[index] ?? 0);
    for (let k = 0; k < CLASSES; k++) classes[k] = (classes[k] ?? 0) * 0.999 + sum;
  }
  return classes.reduce((total, value) => total + value, 0);
}
