import type { PositionSide } from '../market/forced-order.ts';
import { binLowPrice, binMidPrice, binOf, type LiquidationMap } from '../market/liquidation-map.ts';
import { smoothGaussian } from './smooth.ts';

/** A stretch of prices where liquidations of one side crowd. */
export interface Cluster {
  /** Stable while the peak stays in its bin: `long:11401`. */
  readonly id: string;
  readonly side: PositionSide;
  /** Edges and peak, USD. */
  readonly low: number;
  readonly peak: number;
  readonly high: number;
  readonly exposureUsd: number;
  readonly forcedUsd: number;
  /** Share of all that the map holds of this side. */
  readonly shareOfSide: number;
  /** Signed distance of the near edge from the price, as a fraction of the price. */
  readonly distance: number;
}

/** Farthest distance from the price at which clusters are looked for, log price. */
const SEARCH_LOG_DISTANCE = 0.3;
/** The highest density within this distance sets the scale. */
const SCALE_LOG_DISTANCE = 0.1;
/** A peak counts if it stands this share of the scale above the valleys beside it. */
const PROMINENCE_SHARE = 0.25;
/** A cluster ends half way down from its peak to the ground it stands on: the higher valley within this distance. */
const GROUND_LOG_DISTANCE = 0.1;
const EDGE_SHARE = 0.5;
/** Smoothing as a share of the average true range of a day, and at least two bins. */
const SMOOTHING_ATR_SHARE = 0.15;

/**
 * Clusters of both sides in the order of price. `atr1d` is the average true range of a day in USD; null smooths by
 * two bins only. Dollars are those of the unsmoothed map between the edges.
 */
export function findClusters(
  map: LiquidationMap,
  { atr1d }: { readonly atr1d: number | null },
): readonly Cluster[] {
  return [...clustersOfSide(map, 'long', atr1d).toReversed(), ...clustersOfSide(map, 'short', atr1d)];
}

/** Exposure of one side in dollars as clusters are read from it: smoothed, by bins of distance from the price. */
export function exposureDensity(map: LiquidationMap, side: PositionSide, atr1d: number | null): Float64Array {
  return smoothGaussian(usdByDistance(map, side, exposureOf(map, side)), smoothingBins(map, atr1d));
}

/** Standard deviation of the smoothing, in bins. */
export const smoothingBins = (map: LiquidationMap, atr1d: number | null): number =>
  Math.max(2, (SMOOTHING_ATR_SHARE * (atr1d ?? 0)) / map.price / map.logStep);

const exposureOf = (map: LiquidationMap, side: PositionSide): Float64Array =>
  side === 'long' ? map.longExposureBase : map.shortExposureBase;

function clustersOfSide(map: LiquidationMap, side: PositionSide, atr1d: number | null): readonly Cluster[] {
  const exposureUsd = usdByDistance(map, side, exposureOf(map, side));
  const forcedUsd = usdByDistance(map, side, side === 'long' ? map.longForcedBase : map.shortForcedBase);
  const density = smoothGaussian(exposureUsd, smoothingBins(map, atr1d));
  const sideUsd = sumBetween(exposureUsd, 0, exposureUsd.length - 1);
  return peaksOf(density, map.logStep).map(({ at, from, until }) => {
    const near = edgePrice(map, side, from);
    const far = edgePrice(map, side, until + 1);
    const peakBin = binAtDistance(map, side, at);
    const usd = sumBetween(exposureUsd, from, until);
    return {
      id: `${side}:${peakBin}`,
      side,
      low: Math.min(near, far),
      peak: binMidPrice(peakBin, map.logStep),
      high: Math.max(near, far),
      exposureUsd: usd,
      forcedUsd: sumBetween(forcedUsd, from, until),
      shareOfSide: sideUsd > 0 ? usd / sideUsd : 0,
      distance: near / map.price - 1,
    };
  });
}

/** Bin that lies `distance` bins beyond the one next to the price's own. */
const binAtDistance = (map: LiquidationMap, side: PositionSide, distance: number): number => {
  const priceBin = binOf(map.price, map.logStep);
  return side === 'long' ? priceBin - 1 - distance : priceBin + 1 + distance;
};

/** Undoes it for a price inside a bin. */
export const distanceOfPrice = (map: LiquidationMap, side: PositionSide, price: number): number =>
  Math.abs(binOf(price, map.logStep) - binOf(map.price, map.logStep)) - 1;

/** Price of the near edge of the bin at `distance`. */
export const edgePrice = (map: LiquidationMap, side: PositionSide, distance: number): number => {
  const bin = binAtDistance(map, side, distance);
  return binLowPrice(side === 'long' ? bin + 1 : bin, map.logStep);
};

function usdByDistance(map: LiquidationMap, side: PositionSide, base: Float64Array): Float64Array {
  const nearest = binAtDistance(map, side, 0) - map.firstBin;
  const step = side === 'long' ? -1 : 1;
  const usd = new Float64Array(Math.max(0, side === 'long' ? nearest + 1 : base.length - nearest));
  for (let distance = 0; distance < usd.length; distance++) {
    const index = nearest + step * distance;
    usd[distance] = (base[index] ?? 0) * binMidPrice(map.firstBin + index, map.logStep);
  }
  return usd;
}

/** Sum of `values` from index `from` to `until`, both included. */
function sumBetween(values: Float64Array, from: number, until: number): number {
  let sum = 0;
  for (let index = from; index <= until; index++) sum += values[index] ?? 0;
  return sum;
}

/** Bins of a cluster, both included. */
export interface Extent {
  readonly from: number;
  readonly until: number;
}

/** Where clusters are looked for. */
export const searchedOf = (density: Float64Array, logStep: number): Float64Array =>
  density.subarray(0, Math.floor(SEARCH_LOG_DISTANCE / logStep));

/** The cluster around the local maximum `at` of a density that {@link searchedOf} has cut. */
function extentOf(searched: Float64Array, at: number, logStep: number): Extent {
  const value = searched[at] ?? 0;
  const ground = groundOf(searched, at, Math.floor(GROUND_LOG_DISTANCE / logStep));
  const floor = ground + EDGE_SHARE * (value - ground);
  return { from: edge(searched, at, -1, floor), until: edge(searched, at, 1, floor) };
}

/** Peaks of a density that stand out, nearest to the price first, and the clusters around them. */
export function peaksOf(
  density: Float64Array,
  logStep: number,
): readonly (Extent & { readonly at: number })[] {
  const searched = searchedOf(density, logStep);
  const scaleBins = Math.floor(SCALE_LOG_DISTANCE / logStep);
  let scale = 0;
  for (let at = 0; at < scaleBins; at++) scale = Math.max(scale, searched[at] ?? 0);
  const least = PROMINENCE_SHARE * scale;
  const peaks: (Extent & { at: number })[] = [];
  let before = 0;
  for (let at = 0; at < searched.length; at++) {
    const value = searched[at] ?? 0;
    const isPeak = value > before && (at + 1 === searched.length || value >= (searched[at + 1] ?? 0));
    before = value;
    // Ground is never below 0: what is lower than it would have to stand above the ground needs no look at that.
    if (!isPeak || value < least || value - groundOf(searched, at, Infinity) < least) continue;
    peaks.push({ at, ...extentOf(searched, at, logStep) });
  }
  return peaks;
}

/**
 * The ground a peak stands on: the higher of the lowest densities on either side within `reach` bins and before higher
 * ground. A side that runs out of bins first counts as 0: nothing lies beyond the price or the end of the search.
 */
const groundOf = (density: Float64Array, at: number, reach: number): number =>
  Math.max(lowestBeside(density, at, -1, reach), lowestBeside(density, at, 1, reach));

function lowestBeside(density: Float64Array, at: number, step: -1 | 1, reach: number): number {
  const peak = density[at] ?? 0;
  const bins = step < 0 ? at : density.length - 1 - at;
  let low = peak;
  for (let count = 1; count <= Math.min(reach, bins); count++) {
    const value = density[at + step * count] ?? 0;
    if (value > peak) return low;
    if (value < low) low = value;
  }
  return bins < reach ? 0 : low;
}

/** Last bin from the peak outwards that is not below `floor`, and before density rises again. */
function edge(density: Float64Array, at: number, step: -1 | 1, floor: number): number {
  let last = at;
  for (let next = at + step; next >= 0 && next < density.length; next += step) {
    const value = density[next] ?? 0;
    if (value < floor || value > (density[last] ?? 0)) break;
    last = next;
  }
  return last;
}
