import type { PositionSide } from './forced-order.ts';
import type { PageMarket } from './page-market.ts';

/** A position as an exchange page shows it in its own table: what the page says, true or not. */
export interface ShownPosition {
  readonly market: PageMarket;
  readonly side: PositionSide;
  readonly sizeBase: number;
  /** USD for one coin. */
  readonly entryPrice: number;
  readonly markPrice: number;
  /** Null: the page names none. */
  readonly liquidationPrice: number | null;
  readonly leverage: number;
  readonly marginMode: 'isolated' | 'cross';
  /** What backs an isolated position with the price at its entry, USD; null: cross. */
  readonly marginUsd: number | null;
}

/**
 * Why nothing is read of a page's table. `none`: no table of positions is in sight; `several`: more than one is;
 * `columns`: one that is needed is not there, or is there twice; `rows`: too many of them, or not under their headers; `text`: a cell says what is not
 * known; `numbers`: which mark is the decimal one cannot be told; `unit`: in what a size counts cannot; `side`: long or
 * short cannot; `contradiction`: what is shown cannot all be true; `unsteady`: it is another one at every look.
 */
export const TABLE_DOUBTS = [
  'none',
  'several',
  'columns',
  'rows',
  'text',
  'numbers',
  'unit',
  'side',
  'contradiction',
  'unsteady',
] as const;

export type TableDoubt = (typeof TABLE_DOUBTS)[number];

/** What a look at a page's table gave. */
export type TableReading =
  | {
      readonly kind: 'read';
      readonly positions: readonly ShownPosition[];
      /** Rows of contracts that are not read: inverse and dated ones. */
      readonly leftOut: number;
    }
  | { readonly kind: 'doubt'; readonly doubt: TableDoubt };

/** More rows are no table that a person holds. */
export const MOST_SHOWN = 50;
