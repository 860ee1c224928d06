import { BAR_COLUMNS, createBars, type Bars } from '../market/bars.ts';
import { madeOnce } from '../market/made-once.ts';
import type { VenueId } from '../market/venue-id.ts';
import { CHUNK_ROWS } from './tables/chunks.ts';
import type { DatabaseKey, DatabasePort } from './ports.ts';
import type { Chunk } from './tables/chunks.ts';
import { CHUNK_KINDS } from './chunk-kinds.ts';

type StoredColumns = ReadonlyMap<number, Chunk['columns']>;

/**
 * A venue's stored bars that open in `[fromS, untilS)`. Open interest is the venue's history where it has one,
 * else what was seen of it while the bar lasted.
 */
export async function readBars(
  database: DatabasePort,
  market: string,
  venue: VenueId,
  kind: 'candles' | 'burn-in' | 'daily',
  range: { readonly fromS: number; readonly untilS: number },
): Promise<Bars> {
  const read = (stored: string): Promise<readonly ChunkOfList[]> =>
    database.list('chunks', [market, venue, stored]);
  if (kind !== 'candles')
    return barsOfList(await read(kind), CHUNK_KINDS[kind].intervalS, range.fromS, range.untilS);
  const [candles = [], ...openInterest] = await Promise.all([kind, ...OPEN_INTEREST_KINDS].map(read));
  return barsOf(columnsOf(candles), openInterest.map(columnsOf), CHUNK_KINDS[kind].intervalS, range);
}

interface ChunkOfList {
  readonly key: DatabaseKey;
  readonly value: Chunk;
}

const columnsOf = (rows: readonly ChunkOfList[]): StoredColumns =>
  new Map(rows.map(({ key, value }) => [Number(key[3]), value.columns]));

/** Rows that nobody has written to since are the same list. */
const barsOfList = madeOnce(
  (rows: readonly ChunkOfList[], intervalS: number, fromS: number, untilS: number): Bars =>
    barsOf(columnsOf(rows), [], intervalS, { fromS, untilS }),
);

/** What tells the open interest of five-minute bars, the more trusted first. */
export const OPEN_INTEREST_KINDS = ['open-interest', 'open-interest-now'] as const;

/** Those of the bars that {@link readBars} reads that one chunk of candles holds. */
export async function readBarsOfChunk(
  database: DatabasePort,
  market: string,
  venue: VenueId,
  index: number,
  range: { readonly fromS: number; readonly untilS: number },
): Promise<Bars> {
  const read = async (kind: string): Promise<StoredColumns> => {
    const chunk = await database.get('chunks', [market, venue, kind, index]);
    return new Map(chunk === null ? [] : [[index, chunk.columns]]);
  };
  const [candles, ...openInterest] = await Promise.all([read('candles'), ...OPEN_INTEREST_KINDS.map(read)]);
  return barsOf(candles, openInterest, CHUNK_KINDS.candles.intervalS, range);
}

/** What a venue's candles tell beside their times. */
const COLUMNS = BAR_COLUMNS.filter((name) => name !== 'openTimeS' && name !== 'openInterestBase');

function barsOf(
  candles: StoredColumns,
  openInterest: readonly StoredColumns[],
  intervalS: number,
  { fromS, untilS }: { readonly fromS: number; readonly untilS: number },
): Bars {
  const chunks = [...candles].sort(([a], [b]) => a - b);
  const bars = createBars(chunks.length * CHUNK_ROWS, intervalS);
  let row = 0;
  for (const [index, columns] of chunks) {
    const own = openInterest.flatMap((stored) => stored.get(index)?.['openInterestBase'] ?? []);
    for (let slot = 0; slot < CHUNK_ROWS; slot++) {
      const timeS = (index * CHUNK_ROWS + slot) * intervalS;
      if (timeS < fromS || timeS >= untilS || Number.isNaN(columns['close']?.[slot] ?? NaN)) continue;
      bars.openTimeS[row] = timeS;
      for (const name of COLUMNS) bars[name][row] = columns[name]?.[slot] ?? NaN;
      bars.openInterestBase[row] = own.find((column) => !Number.isNaN(column[slot] ?? NaN))?.[slot] ?? NaN;
      row++;
    }
  }
  return firstRows(bars, row);
}

const firstRows = (bars: Bars, rows: number): Bars => {
  const first = createBars(rows, bars.intervalS);
  for (const name of BAR_COLUMNS) first[name].set(bars[name].subarray(0, rows));
  return first;
};
