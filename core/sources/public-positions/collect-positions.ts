import type { PublicPosition } from '../../market/public-position.ts';
import type { PublicPositionSource } from '../../venues/venue.ts';
import type { Asked } from '../host-gate.ts';
import type { DatabaseChange, DatabaseKey } from '../../ledger/ports.ts';
import { attempt, isDue, sourceKey, UNASKED, type Update, type VenueScope } from '../source-attempt.ts';
import { largestTraders } from './leaderboard.ts';
import { dueTraders, seeTraders, type Trader } from '../../ledger/traders.ts';

const PERIOD_MS = 25_000;
/** Accounts asked in one poll; with the trades about a quarter of what the venue allows one address. */
const ACCOUNTS_A_POLL = 48;
const SIDE_BY_SIDE = 8;
/** How often those on the leaderboard count as seen again. */
const LARGEST_PERIOD_MS = 3_600_000;

/**
 * Looks who trades the market and asks what some of those accounts hold, the longest unasked first. Nothing of it is
 * needed for the map, so it comes after everything else that a poll asks for.
 * @throws StorageError
 */
export async function collectPositions(scope: VenueScope): Promise<void> {
  const { ports, market, venue } = scope;
  const source = venue.publicPositions;
  if (source === null) return;
  const record = (await ports.database.get('sources', sourceKey(market, venue.id, 'positions'))) ?? UNASKED;
  if (!isDue(record, PERIOD_MS, ports.clock.nowMs())) return;
  await attempt(scope, 'positions', record, () => ask(scope, source));
}

async function ask(scope: VenueScope, source: PublicPositionSource): Promise<Asked<Update>> {
  const { ports, gate, market, venue, instrument, deadlineMs } = scope;
  const { database, clock } = ports;
  const seen = await gate.ask(venue, source.traders(instrument), deadlineMs);
  if (seen.kind !== 'answer') return seen;
  const known = await database.list('traders', [market, venue.id]);
  const keyOf = (address: string): DatabaseKey => [market, venue.id, address];
  const seenAtMs = new Map(known.map(({ key, value }) => [String(key.at(-1)), value.seenAtMs]));
  const largest = (await largestTraders(ports, venue.id, source)).filter(
    (address) => clock.nowMs() - (seenAtMs.get(address) ?? 0) > LARGEST_PERIOD_MS,
  );
  const { traders, left } = seeTraders(known, [...largest, ...seen.value], keyOf, clock.nowMs());
  const asked = await askAccounts(scope, source, dueTraders(traders, clock.nowMs(), ACCOUNTS_A_POLL));
  const before = new Map(known.map(({ key, value }) => [key.join(' '), value]));
  const isChanged = ({ key, value }: Trader): boolean =>
    before.get(key.join(' '))?.seenAtMs !== value.seenAtMs || asked.has(key.join(' '));
  const changes: DatabaseChange[] = [
    ...left.map((key) => ({ store: 'traders' as const, key, value: null })),
    ...traders.filter(isChanged).map(({ key, value }) => {
      const answer = asked.get(key.join(' '));
      return {
        store: 'traders' as const,
        key,
        value: answer === undefined ? value : { ...value, ...answer },
      };
    }),
  ];
  return { kind: 'answer', value: { data: { kind: 'positions' }, changes } };
}

interface Answered {
  readonly askedAtMs: number;
  readonly position: PublicPosition | null;
}

/** What the accounts hold, by key, as far as the budget and the deadline go. */
async function askAccounts(
  { gate, ports, venue, instrument, deadlineMs }: VenueScope,
  source: PublicPositionSource,
  traders: readonly Trader[],
): Promise<ReadonlyMap<string, Answered>> {
  const answered = new Map<string, Answered>();
  for (let first = 0; first < traders.length; first += SIDE_BY_SIDE) {
    const batch = traders.slice(first, first + SIDE_BY_SIDE);
    const answers = await Promise.all(
      batch.map(({ key }) => gate.ask(venue, source.position(instrument, String(key.at(-1))), deadlineMs)),
    );
    answers.forEach((asked, index) => {
      const trader = batch[index];
      if (asked.kind !== 'answer' || trader === undefined) return;
      answered.set(trader.key.join(' '), { askedAtMs: ports.clock.nowMs(), position: asked.value });
    });
    if (answers.some(({ kind }) => kind !== 'answer')) break;
  }
  return answered;
}
