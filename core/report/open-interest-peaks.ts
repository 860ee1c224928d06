import { DAY_S } from '../market/time.ts';
import type { Bars } from '../market/bars.ts';
import { madeOnce } from '../market/made-once.ts';
import type { OpenInterestPeak } from './open-interest-past.ts';
import { type Chunk, CHUNK_ROWS } from '../ledger/tables/chunks.ts';
import { mergeIntoChunks, type Row } from '../ledger/chunks.ts';
import type { DatabaseKey, Ports } from '../ledger/ports.ts';

/**
 * Keeps the highest open interest of each day of `bars` (`chunks` under `[market, 'all', 'peak', index]`), so that it
 * outlives the bars, and reads those of all days, by the midnight at which they begin. @throws StorageError
 */
export async function openInterestPeaks(
  ports: Pick<Ports, 'database'>,
  market: string,
  bars: Bars | null,
): Promise<ReadonlyMap<number, OpenInterestPeak>> {
  if (bars !== null) {
    const { changes } = await mergeIntoChunks(ports, [market, 'all', 'peak'], dailyPeaks(bars));
    if (changes.length > 0) await ports.database.commit(changes);
  }
  return peaksOf(await ports.database.list('chunks', [market, 'all', 'peak']));
}

interface ChunkOfList {
  readonly key: DatabaseKey;
  readonly value: Chunk;
}

/** Chunks that nobody has written to are the same list. */
const peaksOf = madeOnce((chunks: readonly ChunkOfList[]): ReadonlyMap<number, OpenInterestPeak> => {
  const peaks = new Map<number, OpenInterestPeak>();
  for (const { key, value } of chunks) {
    const { usd, atMs } = value.columns;
    usd?.forEach((own, slot) => {
      const dayS = (Number(key[3]) * CHUNK_ROWS + slot) * DAY_S;
      if (own > 0) peaks.set(dayS, { usd: own, atMs: atMs?.[slot] ?? dayS * 1000 });
    });
  }
  return peaks;
});

/** The highest open interest in USD of each UTC day that knows it. */
export const dailyPeaks = madeOnce((bars: Bars): readonly (Row & OpenInterestPeak)[] => {
  const peaks: (Row & OpenInterestPeak)[] = [];
  const rows = bars.openTimeS.length;
  let row = 0;
  while (row < rows) {
    const dayS = Math.floor((bars.openTimeS[row] ?? 0) / DAY_S) * DAY_S;
    let usd = 0;
    let peak = row;
    for (; row < rows && (bars.openTimeS[row] ?? 0) < dayS + DAY_S; row++) {
      const own = (bars.openInterestBase[row] ?? NaN) * (bars.close[row] ?? NaN);
      if (!(own > usd)) continue;
      usd = own;
      peak = row;
    }
    const atMs = ((bars.openTimeS[peak] ?? 0) + bars.intervalS) * 1000;
    if (usd > 0) peaks.push({ openTimeS: dayS, usd, atMs });
  }
  return peaks;
});
