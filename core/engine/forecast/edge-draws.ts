import type { PositionSide } from '../../market/forced-order.ts';
import { binOf, type LiquidationMap } from '../../market/liquidation-map.ts';
import { exposureDensity, peaksOf, searchedOf, smoothingBins } from '../clusters.ts';
import type { Inventory } from '../inventory.ts';
import { CLASS_DISTANCES, type ClassWeights, FINITE_CLASSES } from '../parameters.ts';
import { addStretch, sumStretches } from '../range-sum.ts';
import { mirrorBin } from '../side-book.ts';
import { gaussianBell, smoothInto } from '../smooth.ts';
import { forEachStretch } from '../stretches.ts';
import type { Calibration } from './calibration.ts';
import { classLogSds, drawNormals } from './class-draws.ts';

const EDGE_DRAWS = 50;
/**
 * Spread of the slope of ln(mass) over ln(distance) that the share of lasting volume leaves open: between 0.05, 0.12 and
 * 0.3 the stock by class tilts by +0.09 and -0.10 (markets whose positions are known, middle of 80 times and sides; what
 * no tilt explains is 0.06).
 */
const TILT_SD = 0.1;
/** Distance at which a tilt changes nothing, log price. */
const TILT_CENTRE = 0.05;
/** Of each class from there. */
const LOG_DISTANCES = CLASS_DISTANCES.map((distance) => Math.log(distance / TILT_CENTRE));
/**
 * Positions are few and stand in lumps where the map, a mean over all that may have happened, is smooth: true clusters
 * are less than half as wide. Spread of ln(density) from lump to lump, and the log distance from one to the next; set so
 * that the intervals cover the truth as often as they say.
 */
const LUMP_LOG_SD = 0.7;
const LUMP_LOG_DISTANCE = 0.03;

/** What the density was made of. */
interface DensityState {
  readonly inventory: Inventory;
  readonly calibration: Calibration;
  readonly weights: ClassWeights;
}

export type Peaks = ReturnType<typeof peaksOf>;

/**
 * Peaks of a side's exposure density in draws of what it is made of: class weights by their evidence, a tilt between near
 * and far classes, and lumps. Seeded: the same state gives the same peaks.
 */
export function drawPeaks(
  state: DensityState,
  map: LiquidationMap,
  atr1d: number | null,
  side: PositionSide,
): readonly Peaks[] {
  const density = searchedOf(exposureDensity(map, side, atr1d), map.logStep);
  const bins = density.length;
  const shares = classShares(state, map, side, smoothingBins(map, atr1d), bins);
  const lumpBins = Math.max(1, Math.round(LUMP_LOG_DISTANCE / map.logStep));
  const lumps = Math.ceil(bins / lumpBins) + 1;
  const row = 1 + FINITE_CLASSES + lumps;
  const normals = drawNormals(EDGE_DRAWS * row);
  const spreads = classLogSds(state.calibration, side);
  const classFactors = new Float64Array(FINITE_CLASSES);
  const lumpFactors = new Float64Array(lumps);
  const drawn = new Float64Array(bins);
  return Array.from({ length: EDGE_DRAWS }, (_, draw) => {
    const normal = normals.subarray(draw * row, (draw + 1) * row);
    drawFactors(normal, spreads, classFactors, lumpFactors);
    weigh(shares, classFactors, drawn);
    multiply(drawn, density, lumpFactors, lumpBins);
    return peaksOf(drawn, map.logStep);
  });
}

/** Factors by class and by lump, of standard normal numbers: one for the tilt, one a class, one a lump. */
function drawFactors(
  normal: Float64Array,
  spreads: Float64Array,
  classFactors: Float64Array,
  lumpFactors: Float64Array,
): void {
  const tilt = TILT_SD * (normal[0] ?? 0);
  for (let k = 0; k < FINITE_CLASSES; k++) {
    classFactors[k] = Math.exp(tilt * (LOG_DISTANCES[k] ?? 0) + (spreads[k] ?? 0) * (normal[1 + k] ?? 0));
  }
  for (let lump = 0; lump < lumpFactors.length; lump++) {
    lumpFactors[lump] = Math.exp(LUMP_LOG_SD * (normal[1 + FINITE_CLASSES + lump] ?? 0));
  }
}

/** Sums of the `shares` by bin, each times its class's factor. */
function weigh(shares: Float64Array, factors: Float64Array, sums: Float64Array): void {
  const bins = sums.length;
  let bin = 0;
  // Four side by side: each addition waits for the one before it in its own sum alone.
  for (; bin + 3 < bins; bin += 4) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let k = 0, at = bin; k < factors.length; k++, at += bins) {
      const factor = factors[k] ?? 0;
      a += factor * (shares[at] ?? 0);
      b += factor * (shares[at + 1] ?? 0);
      c += factor * (shares[at + 2] ?? 0);
      d += factor * (shares[at + 3] ?? 0);
    }
    sums[bin] = a;
    sums[bin + 1] = b;
    sums[bin + 2] = c;
    sums[bin + 3] = d;
  }
  for (; bin < bins; bin++) {
    let sum = 0;
    for (let k = 0; k < factors.length; k++) sum += (factors[k] ?? 0) * (shares[k * bins + bin] ?? 0);
    sums[bin] = sum;
  }
}

/** `drawn`, times `density`, times a factor that is linear from one lump of `lumpBins` to the next; in place. */
function multiply(
  drawn: Float64Array,
  density: Float64Array,
  lumpFactors: Float64Array,
  lumpBins: number,
): void {
  for (let bin = 0; bin < drawn.length; bin++) {
    const lump = Math.floor(bin / lumpBins);
    const part = bin / lumpBins - lump;
    const factor = (1 - part) * (lumpFactors[lump] ?? 1) + part * (lumpFactors[lump + 1] ?? 1);
    drawn[bin] = (drawn[bin] ?? 0) * (density[bin] ?? 0) * factor;
  }
}

/** Share of each class in the exposure by distance from the price, at `[class * bins + bin]`; sums to 1 by bin. */
function classShares(
  { inventory, weights }: DensityState,
  map: LiquidationMap,
  side: PositionSide,
  sdBins: number,
  bins: number,
): Float64Array {
  const priceBin = binOf(map.price, map.logStep);
  const columns = Array.from({ length: FINITE_CLASSES }, () => new Float64Array(bins + 1));
  forEachStretch(
    inventory,
    side,
    side === 'long' ? priceBin : mirrorBin(priceBin),
    (k, from, until, perBin) => {
      const column = columns[k];
      if (column !== undefined) addStretch(column, from, until, perBin * (weights[side][k] ?? 0));
    },
  );
  const shares = new Float64Array(bins * FINITE_CLASSES);
  const total = new Float64Array(bins);
  const bell = gaussianBell(sdBins);
  const rows = columns.map((column, k) => {
    const own = shares.subarray(k * bins, (k + 1) * bins);
    smoothInto(own, sumStretches(column), bell);
    addTo(total, own);
    return own;
  });
  for (const own of rows) divide(own, total);
  return shares;
}

function addTo(total: Float64Array, own: Float64Array): void {
  for (let bin = 0; bin < total.length; bin++) total[bin] = (total[bin] ?? 0) + (own[bin] ?? 0);
}

/** `own` as a share of `total`, in place; an equal share where there is nothing. */
function divide(own: Float64Array, total: Float64Array): void {
  for (let bin = 0; bin < own.length; bin++) {
    const whole = total[bin] ?? 0;
    own[bin] = whole > 0 ? (own[bin] ?? 0) / whole : 1 / FINITE_CLASSES;
  }
}
