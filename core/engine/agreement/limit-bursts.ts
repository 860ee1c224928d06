import { selectMedian } from '../../market/quantile.ts';
import type { VenueSeries } from './venue-series.ts';

/** More times its own middle bar than any trade that was seen, while no other venue has a tenth of that. */
const BURST = 1000;
const SHARE_OF_OTHERS = 10;

/**
 * Finds single bars of a volume that cannot be, which the middle of an hour does not show, and yet one of them would stand
 * for days of business in the map. They count as what the busiest other venue makes likely.
 * @returns by venue and row what to multiply the volume by; null: nothing
 */
export function limitBursts(series: readonly VenueSeries[]): (Float64Array | null)[] {
  const usual = series.map(({ bars }) => selectMedian(aboveZero(bars.volumeBase)));
  const busynessAt = ({ bars }: VenueSeries, venue: number, timeS: number): number =>
    (bars.volumeBase[bars.openTimeS.indexOf(timeS)] ?? NaN) / (usual[venue] ?? NaN);
  const othersAt = (timeS: number, venue: number): readonly number[] =>
    series
      .map((other, index) => (index === venue ? NaN : busynessAt(other, index, timeS)))
      .filter((one) => one >= 0);
  return series.map(({ bars }, venue) => {
    const most = BURST * (usual[venue] ?? NaN);
    let factors: Float64Array | null = null;
    for (let row = 0; row < bars.volumeBase.length; row++) {
      const volume = bars.volumeBase[row] ?? NaN;
      if (!(volume > most)) continue;
      const own = volume / (usual[venue] ?? NaN);
      const others = othersAt(bars.openTimeS[row] ?? NaN, venue);
      const likely = Math.max(1, ...others);
      if (others.length === 0 || own <= SHARE_OF_OTHERS * likely) continue;
      factors ??= new Float64Array(bars.volumeBase.length).fill(1);
      factors[row] = likely / own;
    }
    return factors;
  });
}

/** A copy of those of `volumes` that are above 0. */
export function aboveZero(volumes: Float64Array): Float64Array {
  const kept = new Float64Array(volumes.length);
  let count = 0;
  for (let row = 0; row < volumes.length; row++) {
    const volume = volumes[row] ?? NaN;
    if (volume > 0) kept[count++] = volume;
  }
  return kept.subarray(0, count);
}
