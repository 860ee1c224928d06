import * as v from 'valibot';

import { chunkFacts } from '../chunk-kinds.ts';
import { table } from './table.ts';

/** Rows of one chunk: a day of five minutes, twelve days of hours. */
export const CHUNK_ROWS = 288;

/** Larger than any price, USD, that an asset can have here. */
const LARGEST_PRICE = 1e9;
/** Larger than any number of coins or dollars of a bar, or time of one in milliseconds. */
const LARGEST_QUANTITY = 1e21;

const PRICES: ReadonlySet<string> = new Set(['open', 'high', 'low', 'close']);

/**
 * 288 consecutive rows of one series: `chunks` under `[market, venue, kind, index]`. Row `i` opens at
 * `(index * 288 + i) * intervalS`; NaN marks what is absent.
 */
export const chunks = table({
  life: 'loadable',
  isRemembered: true,
  isRecord: ([, , kind]) => chunkFacts(kind)?.isSampled === true,
  // By hand: a month is a million figures.
  schema: v.custom<Chunk>(isChunk),
  migrations: [
    // Gate's open interest of the past was both sides added, and so were the peaks made of it.
    {
      version: 4,
      isGone: ([, venue, kind]) =>
        (venue === 'gate' && kind === 'open-interest') || (venue === 'all' && kind === 'peak'),
    },
  ],
});

export interface Chunk {
  readonly columns: Readonly<Record<string, Float64Array>>;
}

/** Whether `value` is a chunk that can be true: full columns of what is absent or within bounds. */
function isChunk(value: unknown): boolean {
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
