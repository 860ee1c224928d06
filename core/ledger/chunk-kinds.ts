import { BAR_INTERVAL_S } from '../market/bars.ts';
import { DAY_S, HOUR_S, QUARTER_HOUR_S } from '../market/time.ts';
import type { AsideQuantity } from './tables/aside.ts';

/** What the ledger has to know of one kind of rows that are kept in chunks. */
export interface ChunkFacts {
  /** How long a row lasts, seconds. */
  readonly intervalS: number;
  /** What a row says: where a venue lied about one of them, the row is taken back. */
  readonly says: readonly AsideQuantity[];
  /** For how long: as long as the map needs its five-minute bars or the hours before them, for good, or so many seconds. */
  readonly kept: 'as-bars' | 'as-burn-in' | 'for-good' | number;
  /** Of a series that is asked for in pages: which stretch of time is wanted. */
  readonly wanted?: 'bars' | 'burn-in' | 'days' | 'days-and-midnight';
  /** Samples of what passes, which the venue could not tell again. */
  readonly isSampled?: true;
  /** Read a month at once, by who keeps it in another form. */
  readonly isHeld?: true;
}

const BARS = ['price', 'volume'] as const;
/** A year's days of forced orders can be compared, */
const FORCED_KEPT_S = 366 * DAY_S;
/** by venue they are told of a day. */
const FORCED_BY_VENUE_KEPT_S = 2 * DAY_S;

/** Every kind of rows in chunks. Those that are of all venues are made of theirs. */
export const CHUNK_KINDS = {
  candles: { intervalS: BAR_INTERVAL_S, says: BARS, kept: 'as-bars', wanted: 'bars', isHeld: true },
  'burn-in': { intervalS: HOUR_S, says: BARS, kept: 'as-burn-in', wanted: 'burn-in', isHeld: true },
  daily: { intervalS: DAY_S, says: BARS, kept: 'for-good', wanted: 'days' },
  'open-interest': {
    intervalS: BAR_INTERVAL_S,
    says: ['open-interest'],
    kept: 'as-bars',
    wanted: 'bars',
    isHeld: true,
  },
  'daily-open-interest': {
    intervalS: DAY_S,
    says: ['open-interest'],
    kept: 'for-good',
    wanted: 'days-and-midnight',
  },
  'archived-open-interest': { intervalS: DAY_S, says: ['open-interest'], kept: 'for-good', wanted: 'days' },
  'open-interest-now': {
    intervalS: BAR_INTERVAL_S,
    says: ['open-interest'],
    kept: 'as-bars',
    isSampled: true,
    isHeld: true,
  },
  depth: { intervalS: HOUR_S, says: ['price'], kept: 'as-bars', isSampled: true },
  peak: { intervalS: DAY_S, says: ['price', 'open-interest'], kept: 'for-good', isSampled: true },
  forced: { intervalS: QUARTER_HOUR_S, says: ['forced-orders'], kept: FORCED_KEPT_S, isSampled: true },
  'forced-by-venue': {
    intervalS: QUARTER_HOUR_S,
    says: ['forced-orders'],
    kept: FORCED_BY_VENUE_KEPT_S,
    isSampled: true,
  },
} as const satisfies Readonly<Record<string, ChunkFacts>>;

export type ChunkKind = keyof typeof CHUNK_KINDS;

/** Those that a venue is asked for in pages. */
export type SeriesKind = {
  [Kind in ChunkKind]: (typeof CHUNK_KINDS)[Kind] extends { readonly wanted: string } ? Kind : never;
}[ChunkKind];

/** What is known of the rows under `kind`; null of those of an earlier version that nobody reads. */
export const chunkFacts = (kind: unknown): ChunkFacts | null =>
  typeof kind === 'string' && Object.hasOwn(CHUNK_KINDS, kind) ? CHUNK_KINDS[kind as ChunkKind] : null;

export const isSeriesKind = (kind: unknown): kind is SeriesKind => chunkFacts(kind)?.wanted !== undefined;
