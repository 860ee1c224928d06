import { assetOfMarket } from '../market/asset.ts';
import { type DailyCandle, dailyCandlesOf } from '../levels/daily-candle.ts';
import { believedDays } from '../report/believed-days.ts';
import type { VenueId } from '../market/venue-id.ts';
import type { DatabasePort, Ports } from '../ledger/ports.ts';
import { readBars } from '../ledger/read-bars.ts';

/** A token of one ounce; its candles come from the venue that tells the coin's. */
export const GOLD_MARKET = 'PAXGUSDT';

const GOLD_COINS = ['PAXG', 'XAUT'];

/** Whether gold beside it is a question: for coins that are not gold themselves. */
export function isComparedWithGold(market: string): boolean {
  const { base, assetClass } = assetOfMarket(market);
  return assetClass === 'crypto' && !GOLD_COINS.includes(base);
}

/**
 * Whether the daily candles are asked of `venue`: the first of `preferred` that tells the coin's price and has not failed
 * to tell its days. A venue that has said nothing yet is waited for unless `isLate`.
 */
export async function isDailySource(
  { database }: Ports,
  market: string,
  venue: VenueId,
  preferred: readonly VenueId[],
  isLate: boolean,
): Promise<boolean> {
  const rows = await database.list('sources', [market]);
  const first = preferred.find((id) => {
    const recordOf = (kind: string) =>
      rows.find(({ key }) => key[1] === id && key[2] === kind)?.value ?? null;
    const [ticker, daily] = [recordOf('ticker'), recordOf('daily')];
    if (ticker === null) return !isLate;
    return ticker.failure === null && (daily === null || daily.failure === null);
  });
  return first === venue;
}

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
  own: readonly DailyCandle[] = [],
): Promise<readonly DailyCandle[]> {
  const rows = await database.list('sources', [market]);
  const venues = preferred.flatMap((venue) => {
    const data = rows.find(({ key }) => key[1] === venue && key[2] === 'daily')?.value.data;
    return data?.kind === 'series' ? [{ venue, untilS: data.coverage.untilS }] : [];
  });
  const newestS = Math.max(...venues.map(({ untilS }) => untilS));
  const source = venues.find(({ untilS }) => untilS === newestS);
  if (source === undefined) return [];
  const bars = await readBars(database, market, source.venue, 'daily', { fromS: 0, untilS: newestS });
  const days = believedDays(dailyCandlesOf(bars), own);
  const last = days.at(-1);
  const ratio = price === null || last === undefined ? 1 : price / last.close;
  return ratio > LARGEST_RATIO || ratio < 1 / LARGEST_RATIO ? [] : days;
}
