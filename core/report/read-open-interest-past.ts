import { OPEN_INTEREST_DAY_KINDS } from '../ledger/windows.ts';
import type { DatabaseKey, Ports } from '../ledger/ports.ts';
import { type Chunk, CHUNK_ROWS } from '../ledger/tables/chunks.ts';
import { closeTimeMs, type DailyCandle } from '../levels/daily-candle.ts';
import type { Bars } from '../market/bars.ts';
import { madeOnce } from '../market/made-once.ts';
import { DAY_S } from '../market/time.ts';
import type { VenueId } from '../market/venue-id.ts';
import { openInterestDays } from './open-interest-days.ts';
import { openInterestPast, type OpenInterestPast, pastMidnights } from './open-interest-past.ts';
import { openInterestPeaks } from './open-interest-peaks.ts';

/** A market whose past is read. */
interface PastOf {
  readonly market: string;
  /** The venues, with their coins of one side now; null where one does not say. */
  readonly venues: readonly { readonly venue: VenueId; readonly nowBase: number | null }[];
  /** The market's own bars; their peaks are kept. */
  readonly bars: Bars | null;
  /** Daily candles as far back as they are known. */
  readonly days: readonly DailyCandle[];
  readonly nowMs: number;
}

/** What is known of a market's open interest before now, by what its venues tell of days and what was seen. @throws StorageError */
export async function readOpenInterestPast(
  ports: Pick<Ports, 'database'>,
  { market, venues, bars, days, nowMs }: PastOf,
): Promise<OpenInterestPast> {
  const { fromS, length } = pastMidnights(nowMs);
  const [trusted, other] = OPEN_INTEREST_DAY_KINDS;
  const told = await Promise.all(
    venues.map(async ({ venue, nowBase }) => {
      const lists = await Promise.all(
        [trusted, other].map((kind) => ports.database.list('chunks', [market, venue, kind])),
      );
      const [first = [], second = []] = lists;
      return { venue, nowBase, base: coinsOf(first, second, fromS, length) };
    }),
  );
  const price = closesOf(days, fromS, length);
  const measured = await openInterestPeaks(ports, market, bars);
  return openInterestPast(openInterestDays(told, price), price, measured, nowMs);
}

type ChunkList = readonly { readonly key: DatabaseKey; readonly value: Chunk }[];

/**
 * Coins by midnight from `fromS` on, NaN where neither list tells; the first is believed before the second. A list that
 * nobody has written to is the same one.
 */
const coinsOf = madeOnce(
  (first: ChunkList, second: ChunkList, fromS: number, length: number): Float64Array => {
    const base = new Float64Array(length).fill(NaN);
    for (const { key, value } of [...first, ...second]) {
      const firstDay = Number(key[3]) * CHUNK_ROWS - fromS / DAY_S;
      value.columns['openInterestBase']?.forEach((coins, slot) => {
        const day = firstDay + slot;
        if (coins >= 0 && Number.isNaN(base[day])) base[day] = coins;
      });
    }
    return base;
  },
);

/** Closes by midnight from `fromS` on; NaN where none is known. */
const closesOf = madeOnce((days: readonly DailyCandle[], fromS: number, length: number): Float64Array => {
  const price = new Float64Array(length).fill(NaN);
  for (const candle of days) {
    const day = (closeTimeMs(candle) / 1000 - fromS) / DAY_S;
    if (day >= 0 && day < length) price[day] = candle.close;
  }
  return price;
});
