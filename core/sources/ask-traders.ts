import type { TraderRow } from '../ledger/tables/traders.ts';
import { areOrdersDue, dueTraders, type Trader } from '../ledger/traders.ts';
import { StorageError } from '../market/errors.ts';
import type { PublicPositionSource } from '../venues/venue.ts';
import type { Asked } from './host-gate.ts';
import type { MarketScope } from './kinds/kind.ts';

/** Accounts asked in one poll at most; with the trades about a quarter of what the venue allows one address. */
const MOST_A_POLL = 48;
/** So many are asked as fast as that. */
const FEW_ACCOUNTS = 240;
/** Accounts asked in one poll once they are known: those near their liquidation in time, strangers as far as there is room. */
const ACCOUNTS_A_POLL = 12;
/** And of a market that nobody looks at, however many are known. */
const FAR_ACCOUNTS_A_POLL = 6;
const SIDE_BY_SIDE = 8;
/** Most of them that are asked for their orders. */
const ORDERS_A_POLL = 2;
/** A question for orders weighs as much as ten for a position, which make room for it where the most are asked. */
const POSITIONS_FOR_ORDERS = 10;

/** What is known of the market whose traders are asked. */
export interface TradersAsked {
  readonly traders: readonly Trader[];
  /** USD; null: unknown, and every liquidation counts as far away. */
  readonly price: number | null;
  /** Whether orders that wait are asked for: each such question takes the place of one for the account's position. */
  readonly withOrders: boolean;
}

/** What those tell that are to be asked next, by their keys, as far as the budget and the deadline go. @throws StorageError */
export async function askTraders(
  scope: MarketScope,
  source: PublicPositionSource,
  { traders, price, withOrders }: TradersAsked,
): Promise<ReadonlyMap<string, Partial<TraderRow>>> {
  const nowMs = scope.ports.clock.nowMs();
  const isFew = traders.filter(({ value }) => value.askedAtMs !== null).length < FEW_ACCOUNTS;
  const most = !scope.isNear ? FAR_ACCOUNTS_A_POLL : isFew ? MOST_A_POLL : ACCOUNTS_A_POLL;
  const due = dueTraders(traders, price, nowMs, most);
  const forOrders = due
    .filter(({ value }) => withOrders && areOrdersDue(value, price, nowMs))
    .slice(0, ORDERS_A_POLL);
  const forPositions = due
    .filter((trader) => !forOrders.includes(trader))
    .slice(0, MOST_A_POLL - POSITIONS_FOR_ORDERS * forOrders.length);
  const looks = [
    ...forPositions.map((trader) => ({ trader, look: lookAtPosition })),
    ...forOrders.map((trader) => ({ trader, look: lookAtOrders })),
  ];
  const told = new Map<string, Partial<TraderRow>>();
  for (let first = 0; first < looks.length; first += SIDE_BY_SIDE) {
    const batch = looks.slice(first, first + SIDE_BY_SIDE);
    const answers = await Promise.all(
      batch.map(({ trader, look }) => look(scope, source, String(trader.key.at(-1)))),
    );
    answers.forEach((asked, index) => {
      const look = batch[index];
      if (asked.kind === 'answer' && look !== undefined) told.set(look.trader.key.join(' '), asked.value);
    });
    if (answers.some(({ kind }) => kind !== 'answer')) break;
  }
  return told;
}

type Look = (
  scope: MarketScope,
  source: PublicPositionSource,
  address: string,
) => Promise<Asked<Partial<TraderRow>>>;

const lookAtPosition: Look = async ({ gate, ports, venue, instrument, deadlineMs }, source, address) => {
  const asked = await gate.ask(venue, source.position(instrument, address), deadlineMs);
  if (asked.kind !== 'answer') return asked;
  const position = asked.value;
  const askedAtMs = ports.clock.nowMs();
  return { kind: 'answer', value: { askedAtMs, position, ...(position === null ? { orders: null } : {}) } };
};

/** What orders cannot be read costs them alone, and never the positions. */
const lookAtOrders: Look = async ({ gate, ports, venue, instrument, deadlineMs }, source, address) => {
  const toldAs = (list: NonNullable<TraderRow['orders']>['list']) =>
    ({ kind: 'answer', value: { orders: { askedAtMs: ports.clock.nowMs(), list } } }) as const;
  try {
    const asked = await gate.ask(venue, source.waitingOrders(instrument, address), deadlineMs);
    return asked.kind === 'answer' ? toldAs(asked.value) : asked;
  } catch (error) {
    if (error instanceof StorageError) throw error;
    return toldAs(null);
  }
};
