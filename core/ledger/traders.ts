import type { DatabaseChange, DatabaseKey, DatabasePort } from './ports.ts';
import type { TraderRow } from './tables/traders.ts';
import { HOUR_MS, MINUTE_MS } from '../market/time.ts';

export interface Trader {
  readonly key: DatabaseKey;
  readonly value: TraderRow;
}

/** With the hourly sweep this is less than a day. */
const KEPT_MS = 22 * HOUR_MS;
/** Most traders of a market; the longest unseen make room. */
const MOST_TRADERS = 1200;
/** How soon a position is looked at again, by how far its liquidation is away as a share of the price. */
const PERIODS = [
  { within: 0.03, periodMs: 10 * MINUTE_MS },
  { within: 0.1, periodMs: 30 * MINUTE_MS },
  { within: 0.3, periodMs: 90 * MINUTE_MS },
];
/** One that nothing near liquidates; less than the age at which a position is left out of the map. */
const FAR_PERIOD_MS = 2 * HOUR_MS;
/** An account without a position is looked at again once it has traded again. */
const EMPTY_PERIOD_MS = 2 * HOUR_MS;
/** An account with a liquidation nearer than this share of the price has orders that are worth a question, once in so long. */
const ORDERS_WITHIN = 0.1;
const ORDERS_PERIOD_MS = HOUR_MS;
/** A position of longer ago is read first: where strangers are many, looks at it are an hour apart, and at three it leaves the map. */
const ORDERS_AFTER_POSITION_MS = 1.5 * HOUR_MS;
/** An account that was never asked comes before a position that is overdue by less than this many of its periods. */
const NEVER_ASKED = 2;

/**
 * Those to ask next, at most `count`: nobody knows what the first accounts of a list of the largest hold near the price,
 * and a position near its liquidation is closed or moved first, so how soon one is asked again depends on its nearness.
 * @param price of the market, USD; null: unknown, all count as far away
 */
export const dueTraders = (
  traders: readonly Trader[],
  price: number | null,
  nowMs: number,
  count: number,
): readonly Trader[] =>
  traders
    .map((trader) => ({ trader, due: dueness(trader.value, price, nowMs) }))
    .filter(({ due }) => due > 1)
    .toSorted((a, b) => b.due - a.due)
    .slice(0, count)
    .map(({ trader }) => trader);

/**
 * Whether the next question to an account may be for its orders in place of its position: where the position is near its
 * liquidation and was read lately. So a position is never left so long that the map would lose it.
 * @param price of the market, USD; null: unknown, all count as far away
 */
export function areOrdersDue(
  { askedAtMs, position, orders }: TraderRow,
  price: number | null,
  nowMs: number,
): boolean {
  if (askedAtMs === null || position === null || position.liquidationPrice === null || price === null)
    return false;
  const isNear = Math.abs(position.liquidationPrice / price - 1) <= ORDERS_WITHIN;
  const areOld = orders === null || nowMs - orders.askedAtMs >= ORDERS_PERIOD_MS;
  return isNear && areOld && nowMs - askedAtMs < ORDERS_AFTER_POSITION_MS;
}

/** Time since an account was asked last, in periods. */
function dueness(
  { askedAtMs, seenAtMs, position, orders }: TraderRow,
  price: number | null,
  nowMs: number,
): number {
  if (askedAtMs === null) return NEVER_ASKED;
  const ageMs = nowMs - Math.max(askedAtMs, orders?.askedAtMs ?? 0);
  if (position === null) return seenAtMs > askedAtMs ? ageMs / EMPTY_PERIOD_MS : 0;
  return ageMs / periodMs(position.liquidationPrice, price);
}

function periodMs(liquidationPrice: number | null, price: number | null): number {
  if (liquidationPrice === null || price === null) return FAR_PERIOD_MS;
  const away = Math.abs(liquidationPrice / price - 1);
  return PERIODS.find(({ within }) => away <= within)?.periodMs ?? FAR_PERIOD_MS;
}

/** `known` after `addresses` were seen: new ones are added, and the longest unseen leave where there are too many. */
export function seeTraders(
  known: readonly Trader[],
  addresses: readonly string[],
  keyOf: (address: string) => DatabaseKey,
  nowMs: number,
): { readonly traders: readonly Trader[]; readonly left: readonly DatabaseKey[] } {
  const byAddress = new Map(known.map((trader) => [String(trader.key.at(-1)), trader]));
  for (const address of addresses) {
    const before = byAddress.get(address)?.value ?? { askedAtMs: null, position: null, orders: null };
    byAddress.set(address, { key: keyOf(address), value: { ...before, seenAtMs: nowMs } });
  }
  const sorted = [...byAddress.values()].toSorted((a, b) => b.value.seenAtMs - a.value.seenAtMs);
  return {
    traders: sorted.slice(0, MOST_TRADERS),
    left: sorted.slice(MOST_TRADERS).map(({ key }) => key),
  };
}

/** Removes every account that has not been seen for nearly a day, and lists of accounts that are as old. */
export async function forgetTraders(database: DatabasePort, nowMs: number): Promise<void> {
  const isPast = (atMs: number | null): boolean => atMs === null || Math.abs(nowMs - atMs) > KEPT_MS;
  const traders = await database.list('traders', []);
  const lists = (await database.list('context', [])).filter(({ value }) => value.data?.kind === 'traders');
  const changes: DatabaseChange[] = [
    ...traders.filter(({ value }) => isPast(value.seenAtMs)).map(({ key }) => removal('traders', key)),
    ...lists.filter(({ value }) => isPast(value.okAtMs)).map(({ key }) => removal('context', key)),
  ];
  await database.commit(changes);
}

const removal = (store: 'traders' | 'context', key: DatabaseKey): DatabaseChange => ({
  store,
  key,
  value: null,
});
