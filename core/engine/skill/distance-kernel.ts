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

/** Regions in columns: their dollars, days, widths swept and dollars in each of {@link BINS}. */
interface Sweeps {
  readonly usd: Float64Array;
  readonly day: Float64Array;
  readonly widths: Float64Array;
  readonly dollars: Float64Array;
}

const FLAT = new Float64Array(BINS).fill(1);

function collectSweeps(regions: readonly Region[]): Sweeps {
  const count = regions.length;
  const sweeps = {
    usd: new Float64Array(count),
    day: Float64Array.from(regions, (region) => region.day),
    widths: new Float64Array(count * BINS),
    dollars: new Float64Array(count * BINS),
  };
  regions.forEach((region, row) => {
    for (let bin = 0; bin < region.usd.length; bin++) {
      const at = row * BINS + Math.min(bin, BINS - 1);
      const usd = region.usd[bin] ?? 0;
      sweeps.widths[at] = (sweeps.widths[at] ?? 0) + (region.edges[bin + 1] ?? 0) - (region.edges[bin] ?? 0);
      sweeps.dollars[at] = (sweeps.dollars[at] ?? 0) + usd;
      sweeps.usd[row] = (sweeps.usd[row] ?? 0) + usd;
    }
  });
  return sweeps;
}

/** The unsmoothed density of all regions but those of `exceptDay`, found by steps from `start`. */
function maximise(sweeps: Sweeps, exceptDay: number | null, start: Float64Array): Float64Array {
  const { usd, day, widths, dollars } = sweeps;
  const rows: number[] = [];
  const fallen = new Float64Array(BINS);
  let totalUsd = 0;
  for (let row = 0; row < usd.length; row++) {
    if (!((usd[row] ?? 0) > 0) || day[row] === exceptDay) continue;
    rows.push(row);
    totalUsd += usd[row] ?? 0;
    for (let bin = 0; bin < BINS; bin++) fallen[bin] = (fallen[bin] ?? 0) + (dollars[row * BINS + bin] ?? 0);
  }
  if (totalUsd === 0) return FLAT;
  const prior = PRIOR_SHARE * totalUsd;
  const density = start.slice();
  const expected = new Float64Array(BINS);
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    expected.fill(prior);
    for (const row of rows) {
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
