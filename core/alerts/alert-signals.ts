import type { Bell } from '../market/bell.ts';
import type { PositionSide } from '../market/forced-order.ts';
import type { VenueMark } from '../market/market-report.ts';

/** What the rules need beside the report; everything may be empty. */
export interface AlertSignals {
  /** The user's own positions in this market. */
  readonly positions: readonly OwnPosition[];
  /** Liquidations of the last quarter hour; null where nobody listens. */
  readonly burst: LiquidationBurst | null;
  /** Of the user, in this market. */
  readonly bells: readonly Bell[];
  /** What nobody looked at and is known now; null where there is nothing of the kind. */
  readonly pause: Pause | null;
  /** Where the price was lately, also between two looks: bars that have closed, ascending. */
  readonly lately: readonly ClosedBar[];
  /** IANA time zone of the user, by which quiet hours count. */
  readonly timeZone: string;
}

/** A time in which the browser was closed or asleep. Prices are USD. */
export interface Pause {
  readonly fromMs: number;
  readonly untilMs: number;
  /** The last price that was looked at. */
  readonly before: number;
  readonly low: number;
  readonly high: number;
}

/** A stretch of time and where the price was in it, USD. */
export interface ClosedBar {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly open: number;
  readonly low: number;
  readonly high: number;
}

interface OwnPosition {
  readonly id: string;
  readonly side: PositionSide;
  /** The mark price that the position's venue liquidates by; absent or null: the market's price stands for it. */
  readonly mark?: VenueMark | null;
  /** USD; null for a position that cannot be liquidated. */
  readonly liquidationPrice: number | null;
  readonly isEstimate: boolean;
  /** Chance that the price gets there within 24 hours, 0 to 1; null if unknown. */
  readonly chance24h: number | null;
}

interface LiquidationBurst {
  readonly longUsd: number;
  readonly shortUsd: number;
  /** What a busy quarter hour of this market brings, both sides together. */
  readonly busyUsd: number;
}

export const NO_SIGNALS: AlertSignals = {
  positions: [],
  burst: null,
  bells: [],
  pause: null,
  lately: [],
  timeZone: 'UTC',
};
