import type { ExitOrder, HeldPosition } from '../../market/account.ts';
import { assetOf } from '../../market/asset.ts';
import type { PositionTarget, SavedPosition } from '../../market/position.ts';
import { impliedWalletUsd } from './implied-wallet.ts';
import type { WatchedAccount } from './accounts.ts';
import type { KeptBook } from './told-account.ts';

const VENUE = 'hyperliquid';
/** Over which a position is judged whose owner has not said so. */
const HORIZON_HOURS = 24;
/** Cross positions are backed by the wallet; their leverage decides nothing. */
const ANY_LEVERAGE = { kind: 'leverage', leverage: 1 } as const;
/** Sizes are decimals of the venue's; what adds up to this much of a position is all of it. */
const ALL = 1 - 1e-9;

/** What is held at the addresses, nearest to its liquidation first. */
export const accountPositions = (accounts: readonly WatchedAccount[]): readonly SavedPosition[] =>
  accounts
    .flatMap((account) =>
      (account.told?.books ?? []).flatMap((book) =>
        book.positions.map((position) => savedPosition(account, book, position)),
      ),
    )
    .toSorted((a, b) => distanceOf(a) - distanceOf(b));

/** By what the venue said; infinite where it names no liquidation. */
const distanceOf = ({ origin }: SavedPosition): number =>
  origin?.liquidationPrice == null ? Infinity : Math.abs(origin.liquidationPrice / origin.markPrice - 1);

/** Whether an id is that of a position at an address. */
export const isReadId = (id: string): boolean => id.includes(':');

/** What names everything that came of an account. */
export const namesAccount = (text: string, accountId: string): boolean => text.includes(`${accountId}:`);

function savedPosition(
  { id, address, label, told }: WatchedAccount,
  book: KeptBook,
  held: HeldPosition,
): SavedPosition {
  const { instrument, side, sizeBase, entryPrice, isolatedMarginUsd } = held;
  const isCross = isolatedMarginUsd === null;
  const isApart = told?.apart?.value === true;
  const walletUsd = isApart ? book.crossWalletUsd : impliedWalletUsd(book);
  const exits = (book.exits?.value ?? []).filter(
    (exit) => exit.instrument === instrument && exit.side === side,
  );
  const targets = targetsOf(exits, held);
  return {
    id: `${id}:${instrument}`,
    venue: VENUE,
    ...assetOf(held),
    side,
    entryPrice,
    size: { unit: 'base', value: sizeBase },
    margin: isCross ? ANY_LEVERAGE : { kind: 'usd', usd: isolatedMarginUsd },
    marginMode: isCross ? 'cross' : 'isolated',
    walletBalanceUsd: isCross ? walletUsd : null,
    addedMarginUsd: 0,
    stopPrice: stopOf(exits, held),
    ...(targets.length === 0 ? {} : { targets }),
    horizonHours: HORIZON_HOURS,
    origin: {
      kind: 'address',
      address,
      label,
      atMs: book.atMs,
      account: `${id}:${book.builder ?? ''}`,
      instrument,
      markPrice: held.markPrice,
      liquidationPrice: held.liquidationPrice,
      maxLeverage: held.maxLeverage,
      isBackingImplied: isCross && !isApart,
    },
  };
}

/** Orders of one kind, those first that the price comes to first. */
const inOrder = (
  exits: readonly ExitOrder[],
  kind: ExitOrder['kind'],
  isRising: boolean,
): readonly ExitOrder[] =>
  exits
    .filter((exit) => exit.kind === kind)
    .toSorted((a, b) => (isRising ? a.price - b.price : b.price - a.price));

/** Where the last of the position is closed; null where its stops leave some of it. */
function stopOf(exits: readonly ExitOrder[], { side, sizeBase }: HeldPosition): number | null {
  let closed = 0;
  for (const { price, sizeBase: part } of inOrder(exits, 'stop', side === 'short')) {
    closed += part ?? sizeBase;
    if (closed >= ALL * sizeBase) return price;
  }
  return null;
}

/** What is closed on the way, as shares of the position; what would be more than all of it is none. */
function targetsOf(exits: readonly ExitOrder[], { side, sizeBase }: HeldPosition): readonly PositionTarget[] {
  const targets: PositionTarget[] = [];
  let left = 1;
  for (const { price, sizeBase: part } of inOrder(exits, 'target', side === 'long')) {
    const share = Math.min(left, part === null ? 1 : part / sizeBase);
    if (share <= 1 - ALL) continue;
    targets.push({ price, share });
    left -= share;
  }
  return targets;
}
