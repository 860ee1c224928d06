import type { PositionSide } from '../../market/forced-order.ts';
import { binOf } from '../../market/liquidation-map.ts';
import { type ClassWeights, type EngineParameters, FINITE_CLASSES } from '../parameters.ts';
import { forcedWeights } from './calibrated-weights.ts';
import { defaultShare, type HeardOrder, isCompleteFeed, observationWeights } from './feeds.ts';
import { type SweptCells, type SweptSide, totalByClass } from './swept-cells.ts';
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
  /** What an hour's orders are blamed by: beliefs at its first order. */
  belief: Belief | null;
  /** When each venue's feed was last heard, epoch seconds. */
  readonly heardAtS: Record<string, number>;
}

/** Rates by class and side, and the size that counts at most; made once an hour, because they move slowly. */
interface Belief {
  readonly hour: number;
  readonly rates: ClassWeights;
  readonly capBase: number;
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
    belief: null,
    heardAtS: {},
  };
}

/** One bar's evidence. */
export interface CalibrationBar {
  readonly startS: number;
  readonly endS: number;
  /** Forced orders in the bar, ascending in time. */
  readonly prints: readonly HeardOrder[];
  /** Share of the inventory's open interest that each venue holds; {@link defaultShare} where absent. */
  readonly shares?: Readonly<Partial<Record<string, number>>>;
  /**
   * Share of the bar in which feeds were listened to: one number for all that were heard lately, or each venue's own;
   * where absent it is inferred from silence.
   */
  readonly listened?: number | Readonly<Partial<Record<string, number>>>;
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
  const feeds = feedsHeard(calibration, bar);
  fade(calibration, Math.exp(-(bar.endS - bar.startS) / MEMORY_S));
  if (feeds.share > 0) {
    // Blame goes by what was believed before the bar, so it precedes the count of what the bar swept.
    if (bar.prints.length > 0)
      blamePrints(calibration, parameters, cells, countedPrints(bar, feeds), bar.startS);
    countSwept(calibration, cells.long, feeds, 'long');
    countSwept(calibration, cells.short, feeds, 'short');
  }
  cells.long.length = 0;
  cells.short.length = 0;
}

/** Feeds that are heard now: only the complete ones if there are any. */
interface Feeds {
  readonly isComplete: boolean;
  /** Share of open interest that they watch, times the share of the bar in which they did. */
  readonly share: number;
}

const countedPrints = (bar: CalibrationBar, feeds: Feeds): readonly HeardOrder[] =>
  bar.prints.filter((print) => isCompleteFeed(print.venue) || !feeds.isComplete);

function feedsHeard({ heardAtS }: Calibration, bar: CalibrationBar): Feeds {
  const { listened = 1 } = bar;
  let complete = 0;
  let sampled = 0;
  for (const venue in typeof listened === 'number' ? heardAtS : listened) {
    const listenedShare =
      typeof listened === 'number'
        ? bar.endS - (heardAtS[venue] ?? -Infinity) < SILENCE_S
          ? listened
          : 0
        : (listened[venue] ?? 0);
    const share = listenedShare * (bar.shares?.[venue] ?? defaultShare(venue));
    if (isCompleteFeed(venue)) complete += share;
    else sampled += share;
  }
  return { isComplete: complete > 0, share: complete > 0 ? complete : sampled };
}

function countSwept(calibration: Calibration, cells: SweptSide, feeds: Feeds, side: PositionSide): void {
  if (cells.length === 0) return;
  const { swept } = calibration[side];
  const before = sum(swept);
  let added = 0;
  for (let at = 0; at < cells.length; at++) {
    const k = cells.classes[at] ?? 0;
    const coins = feeds.share * (cells.masses[at] ?? 0);
    swept[k] = (swept[k] ?? 0) + coins;
    added += coins;
  }
  if (!(added > 0)) return;
  const target = feeds.isComplete ? 1 : 0;
  calibration.completeShare += ((target - calibration.completeShare) * added) / (before + added);
}

function blamePrints(
  calibration: Calibration,
  parameters: EngineParameters,
  cells: SweptCells,
  prints: readonly HeardOrder[],
  startS: number,
): void {
  for (const print of prints) addSize(calibration.sizes, print.quantityBase, print.atMs / 1000 / MEMORY_S);
  const weights = observationWeights(prints);
  const hour = Math.floor(startS / 3600);
  if (calibration.belief?.hour !== hour) {
    const rates = forcedWeights(calibration, parameters);
    const capBase = sizeQuantile(calibration.sizes, CAP_QUANTILE) ?? Infinity;
    calibration.belief = { hour, rates, capBase };
  }
  const { rates, capBase } = calibration.belief;
  const totals: Partial<Record<PositionSide, Float64Array>> = {};
  prints.forEach((print, index) => {
    const { side } = print;
    const forced = (weights[index] ?? 0) * Math.min(print.quantityBase, capBase);
    const bin = binOf(firedPrice(print), parameters.logStep);
    const total = (totals[side] ??= totalByClass(cells[side]));
    blame(calibration[side].forced, cells[side], total, rates[side], bin, forced);
  });
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

/** Written anew for each order. */
const NEAR = new Float64Array(FINITE_CLASSES);

/** Shares `forced` coins among the classes that had mass near `bin`, by what each was expected to lose. */
function blame(
  target: Float64Array,
  swept: SweptSide,
  total: Float64Array,
  rates: Float64Array,
  bin: number,
  forced: number,
): void {
  const near = NEAR;
  for (let k = 0; k < FINITE_CLASSES; k++) near[k] = BACKGROUND_SHARE * (total[k] ?? 0);
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
