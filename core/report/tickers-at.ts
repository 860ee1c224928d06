import type { DatabasePort } from '../ledger/ports.ts';
import { hourOf, tickersOfHour, type ToldTickers } from '../ledger/listed-tickers.ts';
import type { ListedTicker } from '../market/listed-ticker.ts';
import { MINUTE_MS } from '../market/time.ts';
import type { VenueId } from '../market/venue-id.ts';

/** Two answers further apart say nothing of the time between them. */
const LONGEST_GAP_MS = 90 * MINUTE_MS;

/**
 * What a venue said at a time: between the answers on both sides of it, or the one that is no further away than `slackMs`.
 * @param now what it said last
 */
export async function tickersAt(
  database: DatabasePort,
  venue: VenueId,
  now: ToldTickers,
  atMs: number,
  slackMs: number,
): Promise<ToldTickers | null> {
  const hour = hourOf(atMs);
  const kept = await Promise.all(
    [hour - 1, hour, hour + 1].map((one) => tickersOfHour(database, venue, one)),
  );
  const told = [...kept.filter((one) => one !== null), now].toSorted((a, b) => a.atMs - b.atMs);
  const before = told.findLast((one) => one.atMs <= atMs);
  const after = told.find((one) => one.atMs >= atMs);
  if (before !== undefined && after !== undefined && after.atMs - before.atMs <= LONGEST_GAP_MS)
    return between(before, after, atMs);
  const near = told.filter((one) => Math.abs(one.atMs - atMs) <= slackMs);
  return near.toSorted((a, b) => Math.abs(a.atMs - atMs) - Math.abs(b.atMs - atMs))[0] ?? null;
}

/** Each figure as if it had gone from one answer to the next in a straight line. */
function between(before: ToldTickers, after: ToldTickers, atMs: number): ToldTickers {
  const lengthMs = after.atMs - before.atMs;
  const share = lengthMs === 0 ? 0 : (atMs - before.atMs) / lengthMs;
  const later = new Map(after.tickers.map((ticker) => [ticker.id, ticker]));
  const blend = (a: number | null, b: number | null | undefined): number | null =>
    a === null || b == null ? null : a + share * (b - a);
  const tickers = before.tickers.flatMap((ticker): readonly ListedTicker[] => {
    const next = later.get(ticker.id);
    const price = blend(ticker.price, next?.price);
    return price === null
      ? []
      : [
          {
            ...ticker,
            price,
            openInterestBase: blend(ticker.openInterestBase, next?.openInterestBase),
            fundingRate8h: blend(ticker.fundingRate8h, next?.fundingRate8h),
            turnoverUsd: blend(ticker.turnoverUsd, next?.turnoverUsd),
          },
        ];
  });
  return { atMs, tickers };
}
