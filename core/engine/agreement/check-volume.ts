import { VOLUME_TOLERANCE, whoAgrees } from '../../market/agreement.ts';
import { lowerBound } from '../../market/lower-bound.ts';
import { selectMedian } from '../../market/quantile.ts';
import { aboveZero, limitBursts } from './limit-bursts.ts';
import type { Marks, VenueSeries } from './venue-series.ts';

/**
 * Volume is judged by its median over this many bars, of five minutes an hour: one busy bar, in which venues differ, does
 * not decide.
 */
const BLOCK_BARS = 12;
/** With fewer bars a block says too little. */
const LEAST_BARS = 6;

/** A block is compared with the venue's own median over this many blocks, and as many before and after them. */
const USUAL_BLOCKS = 24;
/** Fewer blocks do not say what is usual. */
const LEAST_BLOCKS = 6;

/** Two venues cannot tell which of them is busy. */
const LEAST_VENUES = 3;

/** By venue and row: what to multiply the volume by to have what the venue usually has of the others'; null: nothing. */
type VolumeFactors = Float64Array | null;

/**
 * Finds the hours of each venue whose volume left what is usual there with no other venue following: each venue's hour
 * over its own median, compared among venues. They count as what the others' business makes likely.
 */
export function checkVolume(series: readonly VenueSeries[], prices: readonly Marks[]): VolumeFactors[] {
  const factors: VolumeFactors[] = limitBursts(series);
  const blockS = BLOCK_BARS * (series[0]?.bars.intervalS ?? 0);
  const firstS = Math.min(...series.map(({ bars }) => bars.openTimeS[0] ?? Infinity));
  const lastS = Math.max(...series.map(({ bars }) => bars.openTimeS.at(-1) ?? -Infinity));
  if (series.length < LEAST_VENUES || !(lastS >= firstS)) return factors;
  const origin = Math.floor(firstS / blockS);
  const blocks = Math.floor(lastS / blockS) - origin + 1;
  const medians = series.map(({ bars }, index) =>
    blockMedians(bars, prices[index] ?? null, { blockS, origin, blocks }),
  );
  const busyness = new Float64Array(series.length);
  const usual = new Float64Array(series.length);
  for (let block = 0; block < blocks; block++) {
    let told = 0;
    for (let index = 0; index < series.length; index++) {
      const own = medians[index];
      if (own === undefined) continue;
      if (block % USUAL_BLOCKS === 0) usual[index] = usualMedian(own, block);
      busyness[index] = (own[block] ?? NaN) / (usual[index] ?? NaN);
      if ((busyness[index] ?? NaN) > 0) told++;
    }
    if (told < LEAST_VENUES) continue;
    const agreeing = whoAgrees(busyness, series.length, VOLUME_TOLERANCE, 1);
    const isIn = (index: number): boolean => (agreeing & (1 << index)) !== 0;
    if (agreeing === 0 || busyness.every((one, index) => isIn(index) || !(one > 0))) continue;
    const market = selectMedian(busyness.filter((_, index) => isIn(index)));
    series.forEach(({ bars }, index) => {
      const own = busyness[index] ?? NaN;
      if (isIn(index) || !(own > 0)) return;
      const into = (factors[index] ??= new Float64Array(bars.openTimeS.length).fill(1));
      const startS = (block + origin) * blockS;
      into.fill(
        market / own,
        lowerBound(bars.openTimeS, startS),
        lowerBound(bars.openTimeS, startS + blockS),
      );
    });
  }
  return factors;
}

/** Median volume of a bar by block; NaN where too few bars tell it. */
function blockMedians(
  { openTimeS, volumeBase }: VenueSeries['bars'],
  isAside: Marks,
  { blockS, origin, blocks }: { readonly blockS: number; readonly origin: number; readonly blocks: number },
): Float64Array {
  const medians = new Float64Array(blocks).fill(NaN);
  const volumes = new Float64Array(BLOCK_BARS);
  let row = 0;
  while (row < openTimeS.length) {
    const block = Math.floor((openTimeS[row] ?? 0) / blockS) - origin;
    const endS = (block + origin + 1) * blockS;
    let count = 0;
    for (; row < openTimeS.length && (openTimeS[row] ?? 0) < endS; row++) {
      if (isAside === null || isAside[row] !== 1) volumes[count++] = volumeBase[row] ?? 0;
    }
    if (count >= LEAST_BARS) medians[block] = selectMedian(volumes, 0, count - 1);
  }
  return medians;
}

/** Median of the blocks around those that begin with `block`; NaN where too few are known. */
function usualMedian(medians: Float64Array, block: number): number {
  const around = medians.subarray(Math.max(0, block - USUAL_BLOCKS), block + 2 * USUAL_BLOCKS);
  const known = aboveZero(around);
  return known.length < LEAST_BLOCKS ? NaN : selectMedian(known);
}
