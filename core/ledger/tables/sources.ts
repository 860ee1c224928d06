import type { Instrument } from '../../market/instrument.ts';
import type { AccountRatio, Depth, Ticker } from '../../market/observations.ts';
import type { TierTable } from '../../market/tiers.ts';
import type { SourceFault } from './fault.ts';

/** What one venue is asked for, each kind with a state of its own. */
export const SOURCE_KINDS = [
  'instruments',
  'ticker',
  'candles',
  'open-interest',
  'burn-in',
  'account-ratio',
  'tiers',
  'daily',
  'depth',
  'forced-orders',
  'positions',
] as const;

export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Rows of a paged series that are stored: open times in `[fromS, untilS)`. */
export interface Coverage {
  readonly fromS: number;
  readonly untilS: number;
  /** The venue has nothing older than `fromS`. */
  readonly exhausted: boolean;
  /** When doubtful rows were asked for once more, how often, and how often in a row that changed nothing. */
  readonly again?: { readonly atMs: number; readonly count: number; readonly quiet: number };
  /** When the first of these rows was told, epoch milliseconds; absent: long ago. */
  readonly sinceMs?: number;
  /** Counts the changes to rows that the engine may already have read. */
  readonly revision: number;
  /** How long after its close the newest row had still not come, seconds; absent or 0: it was there when asked for. */
  readonly lateS?: number;
}

/** What the last good answers of a source said. */
export type SourceData =
  | { readonly kind: 'instruments'; readonly instruments: readonly Instrument[] }
  | { readonly kind: 'ticker'; readonly ticker: Ticker }
  | { readonly kind: 'account-ratio'; readonly ratio: AccountRatio }
  | { readonly kind: 'tiers'; readonly tiers: TierTable }
  | { readonly kind: 'depth'; readonly book: Depth }
  | { readonly kind: 'forced-orders' }
  | { readonly kind: 'positions' }
  | { readonly kind: 'series'; readonly coverage: Coverage };

/** One source of one market: `sources` under `[market, venue, kind]`, instruments under `['', venue, 'instruments']`. */
export interface SourceRow {
  readonly okAtMs: number | null;
  readonly data: SourceData | null;
  readonly failure: SourceFault | null;
}
