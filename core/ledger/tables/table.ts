import type * as v from 'valibot';

type Key = readonly (string | number)[];

/**
 * How long rows live. `record`: what nobody could tell again; it goes by its own age alone, never to make room, and
 * outlives every change of the database. `loadable`: what can be asked for or made again.
 */
export type Life = 'record' | 'loadable';

/** What becomes of rows when a database from before `version` is opened. */
export type Migration =
  | { readonly version: number; readonly isGone: (key: Key) => boolean }
  | { readonly version: number; readonly change: (row: unknown) => unknown };

/** One kind of row that is kept. */
export interface Table<Row> {
  readonly life: Life;
  /** Rows of a loadable table that nobody could tell again. */
  readonly isRecord?: (key: Key) => boolean;
  /**
   * A row that it refuses counts as absent, and is asked for again where it is loadable. A field that came after the first
   * row of a record was written is optional, with what holds where it is missing.
   */
  readonly schema: v.GenericSchema<unknown, Row>;
  /**
   * Every report reads its rows, and the worker remembers them. Absent for what is large and read once an hour or less, and
   * for what is changed in place.
   */
  readonly isRemembered?: boolean;
  /** What a source told: a row that comes or changes is news. Of chunks, those of one venue. */
  readonly isOfSource?: boolean;
  /** Its keys begin with no market. */
  readonly isOfNoMarket?: boolean;
  /** Version of the database that brought the table; absent: one of the first. */
  readonly since?: number;
  /** Its name before. */
  readonly formerly?: string;
  /** Ascending by version. */
  readonly migrations?: readonly Migration[];
}

export const table = <Row>(kept: Table<Row>): Table<Row> => kept;

export type RowOf<T> = T extends Table<infer Row> ? Row : never;
