/** Open interest as the filter believes it; a single bar that jumps by more than 15 % is a fault of the feed. */
export interface OpenInterestState {
  /** Coins of one side. */
  base: number;
  /** Last refused value; NaN if the last one was believed. */
  refusedBase: number;
  /** Bars in a row that agreed with the refused value. */
  refusedBars: number;
}

const GLITCH_SHARE = 0.15;

/** Bars after which a jump that stays is believed as a change of what is counted, not as trading. */
const PERSISTENT_BARS = 12;

/** Believes `base` coins of one side, whatever they are, and has refused nothing. */
export const createOpenInterest = (base: number): OpenInterestState => ({
  base,
  refusedBase: NaN,
  refusedBars: 0,
});

/** What is left to be spread where nothing is open, coins: dollars of it show nowhere, and shares of it are numbers. */
export const NOTHING_OPEN_BASE = 1e-9;

/**
 * Takes a bar's open interest (NaN: unknown) into `state` and returns the change that traders made, in coins: 0
 * where the value is unknown, refused, or a level that is believed only because it stayed. What
 * grows out of nothing was traded.
 */
export function acceptOpenInterest(state: OpenInterestState, base: number): number {
  if (!(base >= 0) || base === Infinity) return 0;
  if (isNear(base, state.base) || state.base === 0) {
    const change = base - state.base;
    believe(state, base);
    return change;
  }
  state.refusedBars = isNear(base, state.refusedBase) ? state.refusedBars + 1 : 1;
  state.refusedBase = base;
  if (state.refusedBars >= PERSISTENT_BARS) believe(state, base);
  return 0;
}

const isNear = (base: number, reference: number): boolean =>
  Math.abs(base - reference) <= GLITCH_SHARE * reference;

function believe(state: OpenInterestState, base: number): void {
  state.base = base;
  state.refusedBase = NaN;
  state.refusedBars = 0;
}
