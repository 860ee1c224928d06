/** Where one of the user's positions is entered or left, or a bell of theirs hangs, as a line of a chart. */
interface OwnPrice {
  readonly role: 'entry' | 'stop' | 'target' | 'bell';
  /** USD a coin. */
  readonly price: number;
}

/** What is known of a liquidation price, beside where it stands; null is what is not known, or not told. */
export interface LiquidationFigures {
  /** Signed, from the mark price of the position's venue, a fraction of it. */
  readonly distance: number | null;
  /** That the mark price comes there within a day. */
  readonly chance24h: number | null;
  /** Dollars of positions that would break on the way from the mark price to there if nobody acted. */
  readonly betweenUsd: number | null;
}

/** Where one of the user's positions would be liquidated. */
export interface OwnLiquidation extends LiquidationFigures {
  readonly role: 'liquidation';
  /** USD a coin. */
  readonly price: number;
  readonly isEstimate: boolean;
}

/** A price of one of the user's positions, as a line of a chart. */
export type OwnLine = OwnPrice | OwnLiquidation;
