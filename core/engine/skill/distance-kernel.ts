import { UNIFORM_SHARE } from './information-gain.ts';
import { BIN_WIDTH, type Region } from './region.ts';

/** Bins of 25 bp in which the kernel is free; beyond 2 % it is constant. */
const BINS = 8;
const ITERATIONS = 200;
/** Largest relative change of a step after which no further step is taken. */
const CONVERGED = 1e-5;
/** Pseudo-observations a bin, as a share of all dollars: they pull the kernel towards flat. */
const PRIOR_SHARE = 0.004;
/** Fewer dollars than this are what rounding leaves of days that are taken away. */
const LEAST_USD = 1e-3;
/** Density of forced orders per unit of log distance, up to a factor, by bin of 25 bp; the last holds beyond. */
export interface DistanceKernel {
  readonly density: Float64Array;
}

/** Regions whose reach agrees to this are fitted as one. */
const REACH_STEP = 0.0001;

/** Regions by their reach: what was swept and the dollars in each of {@link BINS}, in all and by day. */
interface Sweeps {
  /** Of each group the last bin that it reaches, and how wide it swept that one; the bins before are swept whole. */
  readonly lastBins: Uint8Array;
  readonly lastWidths: Float64Array;
  readonly all: FallenDollars;
  readonly byDay: ReadonlyMap<number, FallenDollars>;
}

interface FallenDollars {
  readonly byGroup: Float64Array;
  readonly byBin: Float64Array;
}

const FLAT = new Float64Array(BINS).fill(1);

/** As if distance did not matter. */
export const FLAT_KERNEL: DistanceKernel = { density: FLAT };

function collectSweeps(regions: readonly Region[]): Sweeps {
  const groupOf = new Map<number, number>();
  const lastBins: number[] = [];
  const lastWidths: number[] = [];
  const groups = regions.map(({ edges }) => {
    const reach = edges[edges.length - 1] ?? 0;
    const key = Math.round(reach / REACH_STEP);
    const known = groupOf.get(key);
    if (known !== undefined) return known;
    const last = Math.min(edges.length - 2, BINS - 1);
    groupOf.set(key, lastBins.length);
    lastWidths.push(reach - last * BIN_WIDTH);
    return lastBins.push(last) - 1;
  });
  const nothing = (): FallenDollars => ({
    byGroup: new Float64Array(lastBins.length),
    byBin: new Float64Array(BINS),
  });
  const all = nothing();
  const byDay = new Map<number, FallenDollars>();
  regions.forEach((region, index) => {
    const day = byDay.get(region.day) ?? nothing();
    byDay.set(region.day, day);
    addDollars(all, region, groups[index] ?? 0);
    addDollars(day, region, groups[index] ?? 0);
  });
  return { lastBins: Uint8Array.from(lastBins), lastWidths: Float64Array.from(lastWidths), all, byDay };
}

function addDollars({ byGroup, byBin }: FallenDollars, { usd }: Region, group: number): void {
  for (let bin = 0; bin < usd.length; bin++) {
    const place = Math.min(bin, BINS - 1);
    byBin[place] = (byBin[place] ?? 0) + (usd[bin] ?? 0);
    byGroup[group] = (byGroup[group] ?? 0) + (usd[bin] ?? 0);
  }
}

/** The density of all regions but those of `exceptDay`, found by steps from `start`. */
function maximise(
  { lastBins, lastWidths, all, byDay }: Sweeps,
  exceptDay: number | null,
  start: Float64Array,
): Float64Array {
  const except = exceptDay === null ? undefined : byDay.get(exceptDay);
  // What is left after the day is taken away is never less than nothing, but for rounding.
  const without = (sums: Float64Array, left: Float64Array | undefined): Float64Array => {
    const rest = sums.slice();
    if (left === undefined) return rest;
    for (let index = 0; index < rest.length; index++) {
      rest[index] = Math.max(0, (rest[index] ?? 0) - (left[index] ?? 0));
    }
    return rest;
  };
  const usd = without(all.byGroup, except?.byGroup);
  const fallen = without(all.byBin, except?.byBin);
  const totalUsd = fallen.reduce((sum, value) => sum + value, 0);
  if (totalUsd < LEAST_USD) return FLAT;
  const prior = PRIOR_SHARE * totalUsd;
  const density = start.slice();
  const expected = new Float64Array(BINS);
  // Mass of the bins before one, and dollars per mass of the groups that end in one.
  const before = new Float64Array(BINS);
  const rates = new Float64Array(BINS);
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    for (let bin = 1; bin < BINS; bin++) {
      before[bin] = (before[bin - 1] ?? 0) + (density[bin - 1] ?? 0) * BIN_WIDTH;
    }
    expected.fill(prior);
    rates.fill(0);
    for (let group = 0; group < usd.length; group++) {
      if (usd[group] === 0) continue;
      const last = lastBins[group] ?? 0;
      const width = lastWidths[group] ?? 0;
      const rate = (usd[group] ?? 0) / ((before[last] ?? 0) + (density[last] ?? 0) * width);
      rates[last] = (rates[last] ?? 0) + rate;
      expected[last] = (expected[last] ?? 0) + rate * width;
    }
    for (let bin = BINS - 2, beyond = 0; bin >= 0; bin--) {
      beyond += rates[bin + 1] ?? 0;
      expected[bin] = (expected[bin] ?? 0) + beyond * BIN_WIDTH;
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

/** The kernel after so many passes of a (1/4, 1/2, 1/4) filter over its logarithm. */
export function smoothKernel({ density }: DistanceKernel, passes: number): DistanceKernel {
  let logs = density.map(Math.log);
  for (let pass = 0; pass < passes; pass++) {
    logs = logs.map((log, bin) => {
      const [nearer, farther] = [logs[Math.max(bin - 1, 0)] ?? 0, logs[Math.min(bin + 1, BINS - 1)] ?? 0];
      return nearer / 4 + log / 2 + farther / 4;
    });
  }
  return { density: logs.map(Math.exp) };
}

/** Mass of the kernel in each bin of `edges` (log distances, bins of 25 bp), up to a common factor. */
export function kernelMasses(kernel: DistanceKernel, edges: Float64Array): Float64Array {
  const masses = new Float64Array(edges.length - 1);
  for (let bin = 0; bin < masses.length; bin++) {
    masses[bin] = massIn(kernel.density, edges, bin);
  }
  return masses;
}

/** Log likelihood of where the dollars of a region fell, as a forecast's, without the forecast being made. */
export function kernelLikelihood({ density }: DistanceKernel, { edges, usd }: Region): number {
  const reach = edges[edges.length - 1] ?? 0;
  let total = 0;
  for (let bin = 0; bin < usd.length; bin++) total += massIn(density, edges, bin);
  let likelihood = 0;
  for (let bin = 0; bin < usd.length; bin++) {
    const fallen = usd[bin] ?? 0;
    if (fallen === 0) continue;
    const width = (edges[bin + 1] ?? 0) - (edges[bin] ?? 0);
    const share = massIn(density, edges, bin) / total;
    likelihood += fallen * Math.log((1 - UNIFORM_SHARE) * share + (UNIFORM_SHARE * width) / reach);
  }
  return likelihood;
}

const massIn = (density: Float64Array, edges: Float64Array, bin: number): number =>
  (density[Math.min(bin, BINS - 1)] ?? 0) * ((edges[bin + 1] ?? 0) - (edges[bin] ?? 0));

/**
 * The law of distance alone, fitted on all regions but those of a day (null: on all): the density that maximises the
 * partial likelihood of where dollars fell inside each reached region, given how far the price went (Cox), shrunk but
 * not smoothed. Averaging dollars by swept bin instead would be confounded by large moves. Without any dollars the kernel
 * is flat. Each is fitted once.
 */
export function fitKernels(regions: readonly Region[]): (exceptDay: number | null) => DistanceKernel {
  const sweeps = collectSweeps(regions);
  const whole = { density: maximise(sweeps, null, FLAT) };
  const fitted = new Map<number | null, DistanceKernel>([[null, whole]]);
  return (exceptDay) => {
    const known = fitted.get(exceptDay) ?? { density: maximise(sweeps, exceptDay, whole.density) };
    fitted.set(exceptDay, known);
    return known;
  };
}
