import type { DatabaseChange, DatabaseKey } from '../../ledger/ports.ts';
import { seeTraders, type Trader } from '../../ledger/traders.ts';
import { HOUR_MS, MINUTE_MS } from '../../market/time.ts';
import { askTraders } from '../ask-traders.ts';
import { largestTraders } from '../leaderboard.ts';
import { type MarketScope, ONCE_A_BAR_MS, once, type SourceKind } from './kind.ts';

/**
 * A second alarm after the last, less what one comes early: none of the accounts is due sooner than after ten minutes, and each
 * question costs what a ticker costs.
 */
const EACH_SECOND_ALARM_MS = MINUTE_MS - 5000;

/** How often those on the leaderboard count as seen again. */
const LARGEST_PERIOD_MS = HOUR_MS;

/**
 * Who trades the market and what some of those accounts hold, those near their liquidation most often; and, where the user
 * wants them, their orders that wait. Nothing of it is needed for the map.
 */
export const positions: SourceKind = {
  id: 'positions',
  periodMs: EACH_SECOND_ALARM_MS,
  farPeriodMs: ONCE_A_BAR_MS,
  staleAfterMs: 30 * MINUTE_MS,
  stages: ['idle'],
  begin: once({
    ask: ({ gate, venue, instrument, deadlineMs }) => {
      const { publicPositions } = venue;
      return publicPositions && (() => gate.ask(venue, publicPositions.traders(instrument), deadlineMs));
    },
    fold: async (seen, scope) => ({ data: { kind: 'positions' }, changes: await lookAtTraders(seen, scope) }),
  }),
};

async function lookAtTraders(
  seen: readonly string[],
  scope: MarketScope,
): Promise<readonly DatabaseChange[]> {
  const { ports, market, venue } = scope;
  const { database, clock, storage } = ports;
  const source = venue.publicPositions;
  if (source === null) return [];
  const withOrders = (await storage.readSettings()).waitingOrders;
  const stored = await database.list('traders', [market, venue.id]);
  const known = withOrders ? stored : stored.map(withoutOrders);
  const keyOf = (address: string): DatabaseKey => [market, venue.id, address];
  const seenAtMs = new Map(known.map(({ key, value }) => [String(key.at(-1)), value.seenAtMs]));
  const largest = (await largestTraders(ports, venue.id, source)).filter(
    (address) => clock.nowMs() - (seenAtMs.get(address) ?? 0) > LARGEST_PERIOD_MS,
  );
  const { traders, left } = seeTraders(known, [...largest, ...seen], keyOf, clock.nowMs());
  const ticker = (await database.get('sources', [market, venue.id, 'ticker']))?.data;
  const price = ticker?.kind === 'ticker' ? ticker.ticker.markPrice : null;
  const told = await askTraders(scope, source, { traders, price, withOrders });
  const before = new Map(stored.map(({ key, value }) => [key.join(' '), value]));
  const isChanged = ({ key, value }: Trader): boolean => {
    const row = before.get(key.join(' '));
    return row?.seenAtMs !== value.seenAtMs || row.orders !== value.orders || told.has(key.join(' '));
  };
  return [
    ...left.map((key) => ({ store: 'traders' as const, key, value: null })),
    ...traders.filter(isChanged).map(({ key, value }) => ({
      store: 'traders' as const,
      key,
      value: { ...value, ...told.get(key.join(' ')) },
    })),
  ];
}

/** Those that are stored are forgotten where the user no longer wants them. */
const withoutOrders = ({ key, value }: Trader): Trader => ({ key, value: { ...value, orders: null } });
