import type { PublicPosition } from '../../market/public-position.ts';
import type { DatabaseChange, DatabaseKey } from '../../ledger/ports.ts';
import { dueTraders, seeTraders, type Trader } from '../../ledger/traders.ts';
import type { PublicPositionSource } from '../../venues/venue.ts';
import { largestTraders } from '../leaderboard.ts';
import { type MarketScope, once, type SourceKind } from './kind.ts';
import { HOUR_MS } from '../../market/time.ts';

/** Accounts asked in one poll; with the trades about a quarter of what the venue allows one address. */
const ACCOUNTS_A_POLL = 48;
const SIDE_BY_SIDE = 8;
/** How often those on the leaderboard count as seen again. */
const LARGEST_PERIOD_MS = HOUR_MS;

/**
 * Who trades the market and what some of those accounts hold, those near their liquidation most often. Nothing of it is needed for the
 * map.
 */
export const positions: SourceKind = {
  id: 'positions',
  periodMs: 25_000,
  staleAfterMs: 30 * 60_000,
  stages: ['idle'],
  begin: once({
    ask: ({ gate, venue, instrument, deadlineMs }) => {
      const { publicPositions } = venue;
      return publicPositions && (() => gate.ask(venue, publicPositions.traders(instrument), deadlineMs));
    },
    fold: async (seen, scope) => ({ data: { kind: 'positions' }, changes: await askTraders(seen, scope) }),
  }),
};

async function askTraders(seen: readonly string[], scope: MarketScope): Promise<readonly DatabaseChange[]> {
  const { ports, market, venue } = scope;
  const { database, clock } = ports;
  const source = venue.publicPositions;
  if (source === null) return [];
  const known = await database.list('traders', [market, venue.id]);
  const keyOf = (address: string): DatabaseKey => [market, venue.id, address];
  const seenAtMs = new Map(known.map(({ key, value }) => [String(key.at(-1)), value.seenAtMs]));
  const largest = (await largestTraders(ports, venue.id, source)).filter(
    (address) => clock.nowMs() - (seenAtMs.get(address) ?? 0) > LARGEST_PERIOD_MS,
  );
  const { traders, left } = seeTraders(known, [...largest, ...seen], keyOf, clock.nowMs());
  const ticker = (await database.get('sources', [market, venue.id, 'ticker']))?.data;
  const price = ticker?.kind === 'ticker' ? ticker.ticker.markPrice : null;
  const asked = await askAccounts(scope, source, dueTraders(traders, price, clock.nowMs(), ACCOUNTS_A_POLL));
  const before = new Map(known.map(({ key, value }) => [key.join(' '), value]));
  const isChanged = ({ key, value }: Trader): boolean =>
    before.get(key.join(' '))?.seenAtMs !== value.seenAtMs || asked.has(key.join(' '));
  return [
    ...left.map((key) => ({ store: 'traders' as const, key, value: null })),
    ...traders.filter(isChanged).map(({ key, value }) => ({
      store: 'traders' as const,
      key,
      value: { ...value, ...asked.get(key.join(' ')) },
    })),
  ];
}

interface Answered {
  readonly askedAtMs: number;
  readonly position: PublicPosition | null;
}

/** What the accounts hold, by key, as far as the budget and the deadline go. */
async function askAccounts(
  { gate, ports, venue, instrument, deadlineMs }: MarketScope,
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
