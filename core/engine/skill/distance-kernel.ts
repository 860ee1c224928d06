import { BIN_WIDTH, type Region } from './region.ts';

/**
 * Bins of 25 bp in which the kernel is free; beyond 2 % it is constant. How much it is shrunk and smoothed is a
 * convention, and scores depend on it: these values reproduce the published gap of uniform at one hour on the record
 * of January and February 2026 (-0.029 nats). The same eight bins left nearly free are the harder reference there by
 * 0.01 nats at one hour and 0.006 at four; a pure power of distance by 0.04 and 0.02, nearly all of it on 5 February.
 */
const BINS = 8;
const ITERATIONS = 200;
/** Largest relative change of a step after which no further step is taken. */
const CONVERGED = 1e-5;
/** Pseudo-observations a bin, as a share of all dollars: they pull the kernel towards flat. */
const PRIOR_SHARE = 0.03;
/** Passes of the (1/4, 1/2, 1/4) filter over the logarithm. */
const SMOOTHING_PASSES = 6;

/** Density of forced orders per unit of log distance, up to a factor, by bin of 25 bp; the last holds beyond. */
export interface DistanceKernel {
  readonly density: Float64Array;
}

/**
 * The law of distance alone: the density that maximises the partial likelihood of where dollars fell inside each
 * reached region, given how far the price went (Cox), shrunk and smoothed. Averaging dollars by swept bin instead
 * would be confounded by large moves. Without any dollars the kernel is flat.
 */
export function fitDistanceKernel(regions: readonly Region[]): DistanceKernel {
  return { density: smoothLogarithm(maximise(collectSweeps(regions), null, FLAT)) };
}

/** Regions whose reach agrees to this are fitted as one. */
const REACH_STEP = 0.0001;

/** Regions by their reach: the widths swept and the dollars in each of {@link BINS}, in all and by day. */
interface Sweeps {
  /** One group after the other. */
  readonly widths: Float64Array;
  readonly all: FallenDollars;
  readonly byDay: ReadonlyMap<number, FallenDollars>;
}

interface FallenDollars {
  readonly byGroup: Float64Array;
  readonly byBin: Float64Array;
}

const FLAT = new Float64Array(BINS).fill(1);

function collectSweeps(regions: readonly Region[]): Sweeps {
  const groups = new Map<number, Region>();
  const keyOf = ({ edges }: Region): number => Math.round((edges.at(-1) ?? 0) / REACH_STEP);
  for (const region of regions) if (!groups.has(keyOf(region))) groups.set(keyOf(region), region);
  const widths = new Float64Array(groups.size * BINS);
  const indices = new Map([...groups.keys()].map((key, index) => [key, index]));
  for (const [key, { edges }] of groups) {
    for (let bin = 0; bin + 1 < edges.length; bin++) {
      const at = (indices.get(key) ?? 0) * BINS + Math.min(bin, BINS - 1);
      widths[at] = (widths[at] ?? 0) + (edges[bin + 1] ?? 0) - (edges[bin] ?? 0);
    }
  }
  const nothing = (): FallenDollars => ({
    byGroup: new Float64Array(groups.size),
    byBin: new Float64Array(BINS),
  });
  const all = nothing();
  const byDay = new Map<number, FallenDollars>();
  for (const region of regions) {
    const day = byDay.get(region.day) ?? nothing();
    byDay.set(region.day, day);
    const group = indices.get(keyOf(region)) ?? 0;
    for (const fallen of [all, day]) {
      region.usd.forEach((usd, bin) => {
        const place = Math.min(bin, BINS - 1);
        fallen.byBin[place] = (fallen.byBin[place] ?? 0) + usd;
        fallen.byGroup[group] = (fallen.byGroup[group] ?? 0) + usd;
      });
    }
  }
  return { widths, all, byDay };
}

/** The unsmoothed density of all regions but those of `exceptDay`, found by steps from `start`. */
function maximise(
  { widths, all, byDay }: Sweeps,
  exceptDay: number | null,
  start: Float64Array,
): Float64Array {
  const except = exceptDay === null ? undefined : byDay.get(exceptDay);
  // What is left after the day is taken away is never less than nothing, but for rounding.
  const without = (sums: Float64Array, left: Float64Array | undefined): Float64Array =>
    sums.map((usd, index) => Math.max(0, usd - (left?.[index] ?? 0)));
  const usd = without(all.byGroup, except?.byGroup);
  const fallen = without(all.byBin, except?.byBin);
  const totalUsd = fallen.reduce((sum, value) => sum + value, 0);
  if (totalUsd === 0) return FLAT;
  const prior = PRIOR_SHARE * totalUsd;
  const density = start.slice();
  const expected = new Float64Array(BINS);
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    expected.fill(prior);
    for (let row = 0; row < usd.length; row++) {
      if (usd[row] === 0) continue;
      let mass = 0;
      for (let bin = 0; bin < BINS; bin++) mass += (density[bin] ?? 0) * (widths[row * BINS + bin] ?? 0);
      const rate = (usd[row] ?? 0) / mass;
      for (let bin = 0; bin < BINS; bin++) {
        expected[bin] = (expected[bin] ?? 0) + rate * (widths[row * BINS + bin] ?? 0);
      }
    }
    let change = 0;
    for (let bin = 0; bin < BINS; bin++) {
      const next = ((fallen[bin] ?? 0) + prior) / (expected[bin] ?? 1);
      change = Math.max(change, Math.abs(next / (density[bin] ?? 1) - 1));
      density[bin] = next;
    }
    if (change < CONVERGED) break;
  }
  return density;
}

function smoothLogarithm(density: Float64Array): Float64Array {
  let log = density.map(Math.log);
  for (let pass = 0; pass < SMOOTHING_PASSES; pass++) {
    const before = log;
    const at = (bin: number): number => before[Math.min(Math.max(bin, 0), BINS - 1)] ?? 0;
    log = before.map((value, bin) => at(bin - 1) / 4 + value / 2 + at(bin + 1) / 4);
  }
  return log.map(Math.exp);
}

/** Mass of the kernel in each bin of `edges` (log distances, bins of 25 bp), up to a common factor. */
export function kernelMasses(kernel: DistanceKernel, edges: Float64Array): Float64Array {
  return Float64Array.from({ length: edges.length - 1 }, (_, bin) => {
    const from = edges[bin] ?? 0;
    const index = Math.min(Math.round(from / BIN_WIDTH), BINS - 1);
    return (kernel.density[index] ?? 0) * ((edges[bin + 1] ?? 0) - from);
  });
}

/** The kernel for a region that it must not have seen: fitted on all regions of other days. */
export function fitLeavingDaysOut(regions: readonly Region[]): (day: number) => DistanceKernel {
  const sweeps = collectSweeps(regions);
  const whole = maximise(sweeps, null, FLAT);
  const fitted = new Map<number, DistanceKernel>();
  return (day) => {
    const known = fitted.get(day);
    if (known !== undefined) return known;
    const kernel = { density: smoothLogarithm(maximise(sweeps, day, whole)) };
    fitted.set(day, kernel);
    return kernel;
  };
}
