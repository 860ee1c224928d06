import type { AlertState } from '../../alerts/alert-state.ts';

/** What the rules remember of a market: `alerts` under `[market]`. */
export interface AlertRow {
  readonly state: AlertState;
  /** The last look, and the price then. */
  readonly lookedAtMs: number;
  readonly price: number;
  /** Ids of warnings that the user has still to be notified of. */
  readonly untold: readonly string[];
}
