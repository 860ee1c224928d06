import { type ClassWeights, FINITE_CLASSES } from '../parameters.ts';
import type { OrderMargins } from '../placement.ts';
import { createSizeHistogram, type SizeHistogram } from './size-histogram.ts';

/** Evidence by distance class of one side, in coins: forced, and swept while somebody listened. */
export interface SideEvidence {
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
  /** By how much orders here are worse than the market; learnt from the bars before the one that is calibrated. */
  readonly margins: OrderMargins;
  /** Share of the swept evidence that a complete feed watched, 0 to 1: only such a feed can tell how much. */
  completeShare: number;
  /** What an hour's orders are blamed by: beliefs at its first order. */
  belief: Belief | null;
  /** When each venue's feed was last heard, epoch seconds, where nobody says who was listened to. */
  readonly heardAtS: Record<string, number>;
}

/** Rates by class and side, and the size that counts at most; made once an hour, because they move slowly. */
export interface Belief {
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
    margins: new Map(),
    completeShare: 0,
    belief: null,
    heardAtS: {},
  };
}
