import { DAY_S } from '../market/time.ts';
import type { Bars } from '../market/bars.ts';
import { madeOnce } from '../market/made-once.ts';
import type { OpenInterestPeak } from './open-interest-past.ts';
import { CHUNK_ROWS } from '../ledger/tables/chunks.ts';
import { mergeIntoChunks, type Row } from '../ledger/chunks.ts';
import type { Ports } from '../ledger/ports.ts';

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
    const { changes } = await mergeIntoChunks(ports, [market, 'all', 'peak'], dailyPeaks(bars), DAY_S);
    if (changes.length > 0) await ports.database.commit(changes);
  }
  const chunks = await ports.database.list('chunks', [market, 'all', 'peak']);
  const peaks = new Map<number, OpenInterestPeak>();
  for (const { key, value } of chunks) {
    const { usd, atMs } = value.columns;
    usd?.forEach((own, slot) => {
      const dayS = (Number(key[3]) * CHUNK_ROWS + slot) * DAY_S;
      if (own > 0) peaks.set(dayS, { usd: own, atMs: atMs?.[slot] ?? dayS * 1000 });
    });
  }
  return peaks;
}

/** The highest open interest in USD of each UTC day that knows it. */
const dailyPeaks = madeOnce((bars: Bars): readonly Row[] => {
  const peaks = new Map<number, OpenInterestPeak>();
  bars.openInterestBase.forEach((base, index) => {
    const openTimeS = bars.openTimeS[index] ?? 0;
    const dayS = Math.floor(openTimeS / DAY_S) * DAY_S;
    const usd = base * (bars.close[index] ?? NaN);
    if (usd > (peaks.get(dayS)?.usd ?? 0))
      peaks.set(dayS, { usd, atMs: (openTimeS + bars.intervalS) * 1000 });
  });
  return [...peaks].map(([openTimeS, { usd, atMs }]) => ({ openTimeS, usd, atMs }));
});
