import { createBars, type Bars } from '../market/bars.ts';
import type { VenueId } from '../market/venue-id.ts';
import { CHUNK_ROWS } from './chunks.ts';
import type { DatabasePort } from './ports.ts';
import type { Chunk } from './tables.ts';
import { SERIES_INTERVAL_S } from './windows.ts';

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
  const read = async (stored: string): Promise<StoredColumns> => {
    const rows = await database.list('chunks', [market, venue, stored]);
    return new Map(rows.map(({ key, value }) => [Number(key[3]), value.columns]));
  };
  if (kind !== 'candles') return barsOf(await read(kind), [], SERIES_INTERVAL_S[kind], range);
  const [candles, history, seen] = await Promise.all([
    read('candles'),
    read('open-interest'),
    read('open-interest-now'),
  ]);
  return barsOf(candles, [history, seen], SERIES_INTERVAL_S[kind], range);
}

const COLUMNS = [
  'open',
  'high',
  'low',
  'close',
  'volumeBase',
  'turnoverUsd',
  'takerBuyBase',
] as const satisfies readonly (keyof Bars)[];

function barsOf(
  candles: StoredColumns,
  openInterest: readonly StoredColumns[],
  intervalS: number,
  { fromS, untilS }: { readonly fromS: number; readonly untilS: number },
): Bars {
  const times: number[] = [];
  for (const [index, { close }] of [...candles].sort(([a], [b]) => a - b)) {
    if (close === undefined) continue;
    for (let slot = 0; slot < CHUNK_ROWS; slot++) {
      const timeS = (index * CHUNK_ROWS + slot) * intervalS;
      if (timeS >= fromS && timeS < untilS && !Number.isNaN(close[slot] ?? NaN)) times.push(timeS);
    }
  }
  const bars = createBars(times.length, intervalS);
  times.forEach((timeS, row) => {
    const index = Math.floor(timeS / intervalS / CHUNK_ROWS);
    const slot = (timeS / intervalS) % CHUNK_ROWS;
    const columns = candles.get(index);
    bars.openTimeS[row] = timeS;
    for (const name of COLUMNS) bars[name][row] = columns?.[name]?.[slot] ?? NaN;
    for (const stored of openInterest) {
      if (!Number.isNaN(bars.openInterestBase[row])) break;
      bars.openInterestBase[row] = stored.get(index)?.['openInterestBase']?.[slot] ?? NaN;
    }
  });
  return bars;
}
