import { PermissionError, SchemaError, StorageError } from '../../market/errors.ts';
import type { PublicPositionSource } from '../../venues/venue.ts';
import { faultAfter } from '../back-off.ts';
import type { Ports } from '../../ledger/ports.ts';
import { isDue } from '../source-attempt.ts';
import type { ContextRow } from '../../ledger/tables/context.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Accounts that are kept of the list. */
const LARGEST = 400;

const UNKNOWN: ContextRow = { okAtMs: null, data: null, failure: null };

/**
 * Addresses of a venue's largest accounts, read once a day where the user allows its host; none else.
 * @throws StorageError
 */
export async function largestTraders(
  { database, clock, http }: Pick<Ports, 'database' | 'clock' | 'http'>,
  venue: string,
  { leaderboard }: PublicPositionSource,
): Promise<readonly string[]> {
  const key = [`${venue}-leaderboard`];
  const record = (await database.get('context', key)) ?? UNKNOWN;
  const known = record.data?.kind === 'traders' && isFresh(record, clock.nowMs()) ? record.data.traders : [];
  if (!isDue(record, DAY_MS, clock.nowMs())) return known;
  try {
    const scan = leaderboard.scan(LARGEST);
    await http.scanText(leaderboard.url, scan.push);
    const traders = scan.traders();
    if (traders.length === 0) throw new SchemaError('leaderboardRows', 'expected accounts, found none');
    const value: ContextRow = {
      okAtMs: clock.nowMs(),
      data: { kind: 'traders', traders },
      failure: null,
    };
    await database.commit([{ store: 'context', key, value }]);
    return traders;
  } catch (error) {
    if (error instanceof StorageError) throw error;
    const nowMs = clock.nowMs();
    // Without permission the host may be allowed at any time, and asking costs nothing.
    if (error instanceof PermissionError) return known;
    const fault = faultAfter(error, record.failure, venue, nowMs);
    const failure = { ...fault, retryAtMs: Math.max(fault.retryAtMs, nowMs + HOUR_MS) };
    await database.commit([{ store: 'context', key, value: { ...record, failure } }]);
    return known;
  }
}

const isFresh = ({ okAtMs }: ContextRow, nowMs: number): boolean =>
  okAtMs !== null && Math.abs(nowMs - okAtMs) < DAY_MS;
