import type { PositionSide } from '../../market/forced-order.ts';
import { binMidPrice, binOf } from '../../market/liquidation-map.ts';
import type { Inventory } from '../inventory.ts';
import { type ClassWeights, CLASSES, type EngineParameters, FINITE_CLASSES } from '../parameters.ts';
import { mirrorBin, type SideBook, totalMass } from '../side-book.ts';
import type { SideModel } from '../side-model.ts';
import { createSideModels } from '../inventory.ts';
import { SMOOTHING_LOG_SD } from '../exposure-map.ts';
import { gaussianKernel } from '../smooth.ts';
import { classBands } from '../stretches.ts';

/** Bins that a column shows on either side of the price: 22 % of it at ten basis points a bin. */
export const COLUMN_REACH_BINS = 200;

/** Dollars by liquidation price as they were known at one time, longs below the price and shorts above it. */
export interface MapColumn {
  /** Epoch seconds. */
  readonly atS: number;
  /** USD. */
  readonly price: number;
  /** Bins of `ln(price)`, as a liquidation map has them. */
  readonly logStep: number;
  readonly firstBin: number;
  /** Dollars by bin; the bin of the price itself is empty. */
  readonly usd: Float64Array;
  /** All dollars of a side, those too that no price in `usd` liquidates. */
  readonly totalLongUsd: number;
  readonly totalShortUsd: number;
}

/**
 * Makes columns of the exposure map as {@link import('../exposure-map.ts').liquidationMap} has it, near the price and at a
 * thirtieth of its cost, so that a map can be kept for every hour that the engine has stepped through.
 * @throws RangeError for a grid so coarse that two classes fall on one bin
 */
export function createColumnMaker(parameters: EngineParameters) {
  const { logStep } = parameters;
  const models = createSideModels(parameters);
  const bands = classBands(models.long.shifts);
  if (bands.some(({ from }, k) => k > 0 && from !== (bands[k - 1]?.until ?? 0) + 1))
    throw new RangeError(`classes fall together on a grid of ${logStep}`);
  const from = Int32Array.from([...bands.map((band) => band.from), (bands.at(-1)?.until ?? 0) + 1]);
  const widths = Int32Array.from(bands, (band) => band.until - band.from + 1);
  const kernel = gaussianKernel(SMOOTHING_LOG_SD / logStep);
  const margin = kernel.length - 1;
  const reach = COLUMN_REACH_BINS + margin;
  /** Price over the price's own, by place in a column. */
  const growth = Float64Array.from({ length: 2 * COLUMN_REACH_BINS + 1 }, (_, at) =>
    Math.exp((at - COLUMN_REACH_BINS) * logStep),
  );
  /** Mirrored at the price: distance `d` stands at `margin + d`. */
  const mirrored = new Float64Array(margin + reach);
  const steps = mirrored.subarray(margin);
  const perBin = new Float64Array(FINITE_CLASSES);

  /** Coins a bin by distance from the price into `steps`; `priceBin` is on the side's own axis. */
  const fill = (book: SideBook, { hazards, shifts }: SideModel, weights: Float64Array, priceBin: number) => {
    steps.fill(0);
    for (let k = 0; k < FINITE_CLASSES; k++) perBin[k] = ((weights[k] ?? 0) * book.scale) / (widths[k] ?? 1);
    const { stored, decay, firstBin, highBin } = book;
    // Counted from the end of the side's axis: classes that are out of reach come in one by one, nearest first.
    let nearestClass = 0;
    let beyond = 0;
    // An entry farther below can be liquidated only beyond what is shown.
    for (let bin = Math.max(book.lowBin, priceBin - reach); bin <= highBin; bin++) {
      const pending = decay[bin - firstBin] ?? 0;
      const cell = (bin - firstBin) * CLASSES;
      const nearest = priceBin - 1 - bin;
      while (nearestClass < FINITE_CLASSES && nearest + (shifts[nearestClass] ?? 0) < 0) nearestClass++;
      while (beyond < FINITE_CLASSES && nearest + (from[beyond] ?? 0) < reach) beyond++;
      let before = 0;
      let step = Math.max(0, nearest + (from[nearestClass] ?? 0));
      for (let k = nearestClass; k < beyond; k++) {
        const decayed = (hazards[k] ?? 0) * pending;
        // Two terms of exp(-x): what is pending stays under 0.25.
        const coins = (stored[cell + k] ?? 0) * (perBin[k] ?? 0) * (1 - decayed * (1 - decayed * 0.5));
        steps[step] = (steps[step] ?? 0) + (coins - before);
        before = coins;
        step = nearest + (from[k + 1] ?? 0);
      }
      if (beyond === FINITE_CLASSES && step >= 0 && step < reach) steps[step] = (steps[step] ?? 0) - before;
    }
    let sum = 0;
    for (let distance = 0; distance < reach; distance++)
      steps[distance] = Math.max(0, (sum += steps[distance] ?? 0));
    for (let distance = 0; distance < margin; distance++)
      mirrored[margin - 1 - distance] = steps[distance] ?? 0;
  };

  /** Dollars of `steps`, spread over neighbouring bins and mirrored at the price, into their side of `usd`. */
  const spreadInto = (usd: Float64Array, sign: 1 | -1, middle: number): void => {
    const [centre = 1] = kernel;
    for (let distance = 0; distance < COLUMN_REACH_BINS; distance++) {
      const at = margin + distance;
      let coins = (mirrored[at] ?? 0) * centre;
      for (let offset = 1; offset <= margin; offset++)
        coins += ((mirrored[at + offset] ?? 0) + (mirrored[at - offset] ?? 0)) * (kernel[offset] ?? 0);
      const place = COLUMN_REACH_BINS + sign * (distance + 1);
      usd[place] = coins * middle * (growth[place] ?? 1);
    }
  };

  const usdOf = (inventory: Inventory, side: PositionSide): number =>
    totalMass(inventory[side]) * inventory.lastPrice;

  /** The map of `inventory` after its last bar, which ends at `atS`. */
  return (inventory: Inventory, weights: ClassWeights, atS: number): MapColumn => {
    const price = inventory.lastPrice;
    const priceBin = binOf(price, logStep);
    const firstBin = priceBin - COLUMN_REACH_BINS;
    const usd = new Float64Array(2 * COLUMN_REACH_BINS + 1);
    const middle = binMidPrice(priceBin, logStep);
    fill(inventory.long, models.long, weights.long, priceBin);
    spreadInto(usd, -1, middle);
    fill(inventory.short, models.short, weights.short, mirrorBin(priceBin));
    spreadInto(usd, 1, middle);
    return {
      atS,
      price,
      logStep,
      firstBin,
      usd,
      totalLongUsd: usdOf(inventory, 'long'),
      totalShortUsd: usdOf(inventory, 'short'),
    };
  };
}
