import type { Chunk } from './tables.ts';

/** Rows of one chunk: a day of five minutes, twelve days of hours. */
export const CHUNK_ROWS = 288;

/** Larger than any price, USD, that an asset can have here. */
const LARGEST_PRICE = 1e9;
/** Larger than any number of coins or dollars of a bar, or time of one in milliseconds. */
const LARGEST_QUANTITY = 1e21;

const PRICES: ReadonlySet<string> = new Set(['open', 'high', 'low', 'close']);

/** Whether `value` is a chunk that can be true: full columns of what is absent or within bounds. */
export function isChunk(value: unknown): value is Chunk {
  const columns = (value as Partial<Chunk> | null)?.columns;
  if (typeof columns !== 'object' || columns === null) return false;
  return Object.entries(columns).every(([name, column]) => isColumn(name, column));
}

function isColumn(name: string, column: unknown): boolean {
  if (!(column instanceof Float64Array) || column.length !== CHUNK_ROWS) return false;
  const isPrice = PRICES.has(name);
  const most = isPrice ? LARGEST_PRICE : LARGEST_QUANTITY;
  return column.every(
    (value) => Number.isNaN(value) || (value <= most && (isPrice ? value > 0 : value >= 0)),
  );
}

/** One row of a series; fields are columns, NaN where unknown. */
export interface Row {
  readonly openTimeS: number;
  readonly values: Readonly<Record<string, number>>;
}

/** The chunk that holds the row that opens at `openTimeS`. */
const chunkIndex = (openTimeS: number, intervalS: number): number =>
  Math.floor(openTimeS / (CHUNK_ROWS * intervalS));

/** `rows` by the chunk that holds them. */
export function groupByChunk(rows: readonly Row[], intervalS: number): ReadonlyMap<number, readonly Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const index = chunkIndex(row.openTimeS, intervalS);
    const group = groups.get(index);
    if (group === undefined) groups.set(index, [row]);
    else group.push(row);
  }
  return groups;
}

/**
 * `chunk` with `rows` written over what was there, and the earliest open time whose values changed (null if
 * none did).
 */
export function mergeRows(
  chunk: Chunk | null,
  rows: readonly Row[],
  intervalS: number,
): { readonly chunk: Chunk; readonly firstChangeS: number | null } {
  const columns: Record<string, Float64Array> = {};
  for (const [name, column] of Object.entries(chunk?.columns ?? {})) {
    if (column.length === CHUNK_ROWS) columns[name] = column.slice();
  }
  let firstChangeS: number | null = null;
  for (const { openTimeS, values } of rows) {
    const slot = (openTimeS / intervalS) % CHUNK_ROWS;
    for (const [name, value] of Object.entries(values)) {
      columns[name] ??= new Float64Array(CHUNK_ROWS).fill(NaN);
      if (Object.is(columns[name][slot], value)) continue;
      columns[name][slot] = value;
      firstChangeS = Math.min(firstChangeS ?? openTimeS, openTimeS);
    }
  }
  return { chunk: { columns }, firstChangeS };
}
