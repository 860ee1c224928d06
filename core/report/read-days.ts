import { type DailyCandle, dailyCandlesOf } from '../levels/daily-candle.ts';
import type { VenueId } from '../market/venue-id.ts';
import type { DatabasePort } from '../ledger/ports.ts';
import { readBars } from '../ledger/read-bars.ts';
import { believedDays } from './believed-days.ts';
import { dailyBars } from './daily-bars.ts';
import type { KnownBars } from './market-memory.ts';

const NO_DAYS: readonly DailyCandle[] = [];

/** A price this many times a daily close, or its inverse, is of another coin or another scale. */
const LARGEST_RATIO = 2;

/**
 * The stored daily candles of the venue that knows the newest day, the preferred one of several; none where they cannot
 * be of the market whose price is `price`.
 * @param own the market's days as the bars of several venues have them
 */
export async function readDays(
  database: DatabasePort,
  market: string,
  preferred: readonly VenueId[],
  price: number | null,
  own: readonly DailyCandle[] = NO_DAYS,
): Promise<readonly DailyCandle[]> {
  const rows = await database.list('sources', [market]);
  const venues = preferred.flatMap((venue) => {
    const data = rows.find(({ key }) => key[1] === venue && key[2] === 'daily')?.value.data;
    return data?.kind === 'series' ? [{ venue, untilS: data.coverage.untilS }] : [];
  });
  const newestS = Math.max(...venues.map(({ untilS }) => untilS));
  const source = venues.find(({ untilS }) => untilS === newestS);
  if (source === undefined) return NO_DAYS;
  const bars = await readBars(database, market, source.venue, 'daily', { fromS: 0, untilS: newestS });
  const days = believedDays(dailyCandlesOf(bars), own);
  const last = days.at(-1);
  const ratio = price === null || last === undefined ? 1 : price / last.close;
  return ratio > LARGEST_RATIO || ratio < 1 / LARGEST_RATIO ? NO_DAYS : days;
}

/** The days of a market by its bars; none where one venue alone tells of it, which is no second opinion. */
export const ownDays = (
  { checked, aggregated }: Pick<KnownBars, 'checked' | 'aggregated'>,
  nowMs: number,
): readonly DailyCandle[] =>
  checked.series.length > 1 && aggregated !== null
    ? dailyCandlesOf(dailyBars(aggregated.bars, nowMs / 1000))
    : NO_DAYS;
