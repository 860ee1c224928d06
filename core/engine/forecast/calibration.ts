import { binOf } from '../../market/liquidation-map.ts';
import type { SweepObserver } from '../inventory.ts';
import { type EngineParameters, FINITE_CLASSES } from '../parameters.ts';
import { forcedWeights } from './calibrated-weights.ts';
import { defaultShare, type HeardOrder, isCompleteFeed, observationWeights } from './feeds.ts';
import { addSize, createSizeHistogram, sizeQuantile, type SizeHistogram } from './size-histogram.ts';

/** Memory of the calibration: evidence older than this has faded to a third. */
const MEMORY_S = 30 * 86_400;
/** An order is blamed on mass that was swept this many bins or less from its price. */
const TOLERANCE_BINS = 2;
/** Share of a class's whole swept mass that counts as near every order of the bar. */
const BACKGROUND_SHARE = 0.02;
/** Orders count for at most this quantile of sizes. */
const CAP_QUANTILE = 0.95;
/** Without an order for this long the recorder is taken to be deaf. */
const SILENCE_S = 6 * 3600;

/** Evidence by distance class of one side, in coins: forced, and swept while somebody listened. */
interface SideEvidence {
  readonly forced: Float64Array;
  readonly swept: Float64Array;
}

/**
 * What forced orders have said about who dies: forced coins over swept coins by distance class, never forced coins
 * alone, which would only count survivors. Plain data.
 */
export interface Calibration {
  readonly long: SideEvidence;
  readonly short: SideEvidence;
  readonly sizes: SizeHistogram;
  /** Share of the swept evidence that a complete feed watched, 0 to 1: only such a feed can tell how much. */
  completeShare: number;
  /** When each venue's feed was last heard, epoch seconds. */
  readonly heardAtS: Record<string, number>;
}

/** A calibration that has heard nothing. */
export function createCalibration(): Calibration {
  const evidence = (): SideEvidence => ({
    forced: new Float64Array(FINITE_CLASSES),
    swept: new Float64Array(FINITE_CLASSES),
  });
  return {
    long: evidence(),
    short: evidence(),
    sizes: createSizeHistogram(),
    completeShare: 0,
    heardAtS: {},
  };
}

/** Cells that one bar swept, by side; reused from bar to bar. */
export interface SweptCells {
  readonly observer: SweepObserver;
  readonly long: SweptSide;
  readonly short: SweptSide;
}

interface SweptSide {
  length: number;
  classes: Uint8Array;
  bins: Int32Array;
  masses: Float64Array;
}

/** Collects what the inventory sweeps; pass its `observer` to the step, then calibrate, which empties it. */
export function createSweptCells(): SweptCells {
  const create = (): SweptSide => ({
    length: 0,
    classes: new Uint8Array(1024),
    bins: new Int32Array(1024),
    masses: new Float64Array(1024),
  });
  const sides = { long: create(), short: create() };
  return {
    ...sides,
    observer: (side, distanceClass, bin, massBase) => {
      const cells = sides[side];
      const at = cells.length++;
      if (at === cells.classes.length) grow(cells);
      cells.classes[at] = distanceClass;
      cells.bins[at] = bin;
      cells.masses[at] = massBase;
    },
  };
}

function grow(cells: SweptSide): void {
  const length = 2 * cells.classes.length;
  const { classes, bins, masses } = cells;
  cells.classes = new Uint8Array(length);
  cells.classes.set(classes);
  cells.bins = new Int32Array(length);
  cells.bins.set(bins);
  cells.masses = new Float64Array(length);
  cells.masses.set(masses);
}

/** One bar's evidence. */
export interface CalibrationBar {
  readonly startS: number;
  readonly endS: number;
  /** Forced orders in the bar, ascending in time. */
  readonly prints: readonly HeardOrder[];
  /** Share of the inventory's open interest that each venue holds; {@link defaultShare} where absent. */
  readonly shares?: Readonly<Partial<Record<string, number>>>;
  /** Share of the bar in which each feed was listened to; where absent it is inferred from silence. */
  readonly listened?: number;
}

/**
 * Takes one bar's sweeps and forced orders into `calibration`, in place (Gamma-Poisson, one step of expectation
 * maximisation a bar), and empties `cells`. Swept mass counts in bars without orders too. While a complete feed is
 * heard, sampled ones are left out of the totals.
 */
export function calibrateBar(
  calibration: Calibration,
  parameters: EngineParameters,
  cells: SweptCells,
  bar: CalibrationBar,
): void {
  for (const print of bar.prints) calibration.heardAtS[print.venue] = print.atMs / 1000;
  const venues = countedVenues(calibration, bar.endS);
  const prints = bar.prints.filter((print) => venues.includes(print.venue));
  const weights = observationWeights(prints);
  const keep = Math.exp(-(bar.endS - bar.startS) / MEMORY_S);
  fade(calibration, keep);
  for (const print of prints) addSize(calibration.sizes, print.quantityBase, bar.endS / MEMORY_S);
  let share = 0;
  for (const venue of venues) share += bar.shares?.[venue] ?? defaultShare(venue);
  share *= bar.listened ?? 1;
  const isComplete = venues.some(isCompleteFeed);
  const cap = sizeQuantile(calibration.sizes, CAP_QUANTILE) ?? Infinity;
  const rates = prints.length > 0 ? forcedWeights(calibration, parameters) : null;
  for (const side of ['long', 'short'] as const) {
    const swept = cells[side];
    if (share > 0 && swept.length > 0) {
      const evidence = calibration[side];
      const before = sum(evidence.swept);
      const total = new Float64Array(FINITE_CLASSES);
      for (let at = 0; at < swept.length; at++) {
        const k = swept.classes[at] ?? 0;
        total[k] = (total[k] ?? 0) + (swept.masses[at] ?? 0);
      }
      for (let k = 0; k < FINITE_CLASSES; k++) {
        evidence.swept[k] = (evidence.swept[k] ?? 0) + share * (total[k] ?? 0);
      }
      const after = sum(evidence.swept);
      if (after > before) {
        calibration.completeShare +=
          ((isComplete ? 1 : 0) - calibration.completeShare) * (1 - before / after);
      }
      prints.forEach((print, index) => {
        if (rates === null || print.side !== side) return;
        const forced = (weights[index] ?? 0) * Math.min(print.quantityBase, cap);
        blame(
          evidence.forced,
          swept,
          total,
          rates[side],
          binOf(firedPrice(print), parameters.logStep),
          forced,
        );
      });
    }
    swept.length = 0;
  }
}

/** Venues whose feed is heard now; only the complete ones if there are any. */
function countedVenues(calibration: Calibration, nowS: number): string[] {
  const heard = Object.entries(calibration.heardAtS)
    .filter(([, atS]) => nowS - atS < SILENCE_S)
    .map(([venue]) => venue);
  const complete = heard.filter(isCompleteFeed);
  return complete.length > 0 ? complete : heard;
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function fade(calibration: Calibration, keep: number): void {
  for (const { forced, swept } of [calibration.long, calibration.short]) {
    for (let k = 0; k < FINITE_CLASSES; k++) {
      forced[k] = (forced[k] ?? 0) * keep;
      swept[k] = (swept[k] ?? 0) * keep;
    }
  }
}

/** Shares `forced` coins among the classes that had mass near `bin`, by what each was expected to lose. */
function blame(
  target: Float64Array,
  swept: SweptSide,
  total: Float64Array,
  rates: Float64Array,
  bin: number,
  forced: number,
): void {
  const near = total.map((mass) => BACKGROUND_SHARE * mass);
  for (let at = 0; at < swept.length; at++) {
    if (Math.abs((swept.bins[at] ?? 0) - bin) > TOLERANCE_BINS) continue;
    const k = swept.classes[at] ?? 0;
    near[k] = (near[k] ?? 0) + (swept.masses[at] ?? 0);
  }
  let expected = 0;
  for (let k = 0; k < FINITE_CLASSES; k++) expected += (rates[k] ?? 0) * (near[k] ?? 0);
  if (!(expected > 0)) return;
  for (let k = 0; k < FINITE_CLASSES; k++) {
    target[k] = (target[k] ?? 0) + (forced * (rates[k] ?? 0) * (near[k] ?? 0)) / expected;
  }
}

/** Where the market was when the order fired; the order's own price is the bankruptcy price, about 0.5 % worse. */
const firedPrice = (print: HeardOrder): number =>
  print.filledPrice ?? print.orderPrice * (print.side === 'long' ? 1.0045 : 1 / 1.0045);
