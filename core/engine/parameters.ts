/** Distances from entry to liquidation, as multiples of 0.1 % of log price: geometric, 0.4 % to 110 %. */
const DISTANCES_PER_MILLE = [
  4, 5, 6, 8, 10, 12, 15, 19, 24, 30, 37, 46, 58, 72, 90, 113, 141, 176, 220, 275, 344, 430, 537, 671, 839,
  1100,
] as const;

/** Classes that can be liquidated, nearest first. */
export const FINITE_CLASSES = DISTANCES_PER_MILLE.length;

/** All classes; the last one holds positions that no price liquidates (hedged, or without leverage). */
export const CLASSES = FINITE_CLASSES + 1;

/** Distance from entry to liquidation by class, in log price; Infinity for the last class. */
export const CLASS_DISTANCES: readonly number[] = [...DISTANCES_PER_MILLE.map((d) => d / 1000), Infinity];

/** A weight by class for each side, `CLASSES` long. */
export interface ClassWeights {
  readonly long: Float64Array;
  readonly short: Float64Array;
}

/** What the filter assumes of traders. Structured-cloneable, because it is stored with the inventory. */
export interface EngineParameters {
  /** Step of the log-price grid. */
  readonly logStep: number;
  /**
   * Share of traded volume, beyond what changes open interest, that opens or closes lasting positions; the rest
   * is churn of market makers. Between 0.05 and 0.3; at least 0.066 by the measured exit hazard of open interest.
   */
  readonly lastingVolumeShare: number;
  /** How much faster near classes are closed: hazard ~ (5 % / distance) ^ exponent. Assumption. */
  readonly holdingExponent: number;
  /** Share of newly opened positions that falls into each class; each side sums to 1. */
  readonly flowShares: ClassWeights;
}

/**
 * Share of new positions by distance; assumption, from the distances of public positions divided by how long
 * such positions are held. Each band is spread evenly over its classes.
 */
const FLOW_BANDS: readonly { readonly classes: number; readonly share: number }[] = [
  { classes: 3, share: 0.01 },
  { classes: 3, share: 0.03 },
  { classes: 3, share: 0.06 },
  { classes: 4, share: 0.08 },
  { classes: 3, share: 0.14 },
  { classes: 4, share: 0.18 },
  { classes: 6, share: 0.2 },
  { classes: 1, share: 0.3 },
];

/** {@link FLOW_BANDS} by class, the same for both sides. */
export function defaultFlowShares(): ClassWeights {
  const shares = FLOW_BANDS.flatMap(({ classes, share }) => Array<number>(classes).fill(share / classes));
  return { long: Float64Array.from(shares), short: Float64Array.from(shares) };
}

/**
 * Share of exposure that liquidation feeds tell when the price passes, before any forced order has been seen. Measured
 * on Binance BTC, January to March 2026; stops and manual exits take the rest.
 */
export const DEFAULT_FORCED_SHARE = 0.02;

/** The documented defaults with `overrides` on top. */
export function createParameters(overrides: Partial<EngineParameters> = {}): EngineParameters {
  return {
    logStep: 0.001,
    lastingVolumeShare: 0.12,
    holdingExponent: 0.6,
    flowShares: defaultFlowShares(),
    ...overrides,
  };
}

/** Bins between entry and liquidation by class. Classes finer than the grid fall to the same bin, never to zero. */
export function classShifts(logStep: number): Int32Array {
  const shifts = new Int32Array(FINITE_CLASSES);
  for (let k = 0; k < FINITE_CLASSES; k++) {
    shifts[k] = Math.max(1, Math.round((CLASS_DISTANCES[k] ?? 0) / logStep));
  }
  return shifts;
}

/** How fast each class is closed against a class at 5 %: between 0.15 (far, or never liquidated) and 6. */
export function classHazards(holdingExponent: number): Float64Array {
  return Float64Array.from(CLASS_DISTANCES, (distance) =>
    Math.min(6, Math.max(0.15, (0.05 / distance) ** holdingExponent)),
  );
}
