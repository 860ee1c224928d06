import { OPEN_INTEREST_DAY_KINDS } from '../ledger/windows.ts';
import type { DatabasePort, Ports } from '../ledger/ports.ts';
import { CHUNK_ROWS } from '../ledger/tables/chunks.ts';
import { closeTimeMs, type DailyCandle } from '../levels/daily-candle.ts';
import type { Bars } from '../market/bars.ts';
import { DAY_S } from '../market/time.ts';
import type { VenueId } from '../market/venue-id.ts';
import { openInterestDays } from './open-interest-days.ts';
import { openInterestPast, type OpenInterestPast } from './open-interest-past.ts';
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
  const told = await Promise.all(
    venues.map(async ({ venue, nowBase }) => ({
      venue,
      nowBase,
      baseByDay: await readDays(ports.database, market, venue),
    })),
  );
  const closes = new Map(days.map((candle) => [closeTimeMs(candle) / 1000, candle.close]));
  const priceAt = (dayS: number): number | null => closes.get(dayS) ?? null;
  const measured = await openInterestPeaks(ports, market, bars);
  return openInterestPast(openInterestDays(told, priceAt), measured, priceAt, nowMs);
}

async function readDays(
  database: DatabasePort,
  market: string,
  venue: VenueId,
): Promise<ReadonlyMap<number, number>> {
  const baseByDay = new Map<number, number>();
  for (const kind of OPEN_INTEREST_DAY_KINDS) {
    for (const { key, value } of await database.list('chunks', [market, venue, kind])) {
      value.columns['openInterestBase']?.forEach((base, slot) => {
        const dayS = (Number(key[3]) * CHUNK_ROWS + slot) * DAY_S;
        if (base >= 0 && !baseByDay.has(dayS)) baseByDay.set(dayS, base);
      });
    }
  }
  return baseByDay;
}
