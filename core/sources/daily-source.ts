import type { VenueId } from '../market/venue-id.ts';
import type { Ports } from '../ledger/ports.ts';

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
