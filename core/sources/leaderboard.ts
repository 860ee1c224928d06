import { SchemaError } from '../market/errors.ts';
import type { Ports } from '../ledger/ports.ts';
import type { PublicPositionSource } from '../venues/venue.ts';
import { attempt, isDue, UNASKED } from './attempt.ts';
import { DAY_MS, HOUR_MS } from '../market/time.ts';

/** Accounts that are kept of the list. */
const LARGEST = 400;

/**
 * Addresses of a venue's largest accounts, read once a day where the user allows its host; none else.
 * @throws StorageError
 */
export async function largestTraders(
  ports: Pick<Ports, 'database' | 'clock' | 'http'>,
  venue: string,
  { leaderboard }: PublicPositionSource,
): Promise<readonly string[]> {
  const { database, clock, http } = ports;
  const key = [`${venue}-leaderboard`];
  let row = (await database.get('context', key)) ?? UNASKED;
  if (isDue(row, DAY_MS, clock.nowMs())) {
    const place = { ports, store: 'context', key, onCommit: () => {}, leastWaitMs: HOUR_MS } as const;
    ({ row } = await attempt(place, row, async () => {
      const scan = leaderboard.scan(LARGEST);
      await http.scanText(leaderboard.url, scan.push);
      const traders = scan.traders();
      if (traders.length === 0) throw new SchemaError('leaderboardRows', 'expected accounts, found none');
      return { kind: 'answer', value: { data: { kind: 'traders', traders }, changes: [] } };
    }));
  }
  const isFresh = row.okAtMs !== null && Math.abs(clock.nowMs() - row.okAtMs) < DAY_MS;
  return row.data?.kind === 'traders' && isFresh ? row.data.traders : [];
}
