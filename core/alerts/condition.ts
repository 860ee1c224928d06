import type { MarketReport } from '../market/market-report.ts';
import type { AlertSignals, AlertState } from './alert-state.ts';
import type { AlertRule, AlertSettings } from './settings.ts';

/** Something that may be told, as it is now. */
export interface Condition {
  /** The same condition has the same key from report to report. */
  readonly key: string;
  readonly rule: AlertRule;
  readonly cause: string;
  /** A graver condition is told although its cause was told already. */
  readonly gravity: number;
  readonly isRaised: boolean;
  /** Told even if it holds when first looked at; others must be seen to begin. */
  readonly isToldAtFirstSight: boolean;
  readonly title: string;
  readonly text: string;
}

/** What a rule looks at. */
export interface AlertView {
  readonly report: MarketReport;
  readonly price: number;
  readonly previousPrice: number | null;
  readonly state: AlertState;
  readonly settings: AlertSettings;
  readonly signals: AlertSignals;
  readonly nowMs: number;
}

/** How grave a rule's condition is; ties go to the first told. */
export const GRAVITY = {
  touch: 1,
  cluster: 1,
  cascade: 2,
  openInterest: 3,
  burst: 3,
  close: 4,
  event: 5,
  ownLiquidation: 6,
} as const;

/** Hysteresis: a condition that holds ends only where the looser bound is passed. */
export const isWithin = (value: number, bound: number, looser: number, wasRaised: boolean): boolean =>
  value <= (wasRaised ? looser : bound);
