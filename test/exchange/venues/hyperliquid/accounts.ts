import { VENUE_IDS } from '../../../../core/market/venue-id.ts';
import type { CoinMarket } from '../../market/coin-market.ts';
import type { ClosingOrder, Holdings } from '../../market/kept-account.ts';
import type { Market } from '../../market/market.ts';
import { createRandom, mixSeed } from '../../market/random.ts';
import { type ApiRequest, type ApiResponse, BadRequest, decimal, ok, quantity } from '../venue-api.ts';
import { accountState, maintenanceOf, NO_HOLDINGS } from './account-state.ts';
import {
  BUILDER,
  BUILDER_COIN,
  BUILDER_PRICE,
  hyperliquidListing,
  hyperliquidListings,
  hyperliquidPrice,
} from './assets.ts';
import { EXAMPLE_ADDRESS, keptAccount, openOrders } from './kept-accounts.ts';

const VENUE = VENUE_IDS.indexOf('hyperliquid');
const ADDRESS = /^0x[0-9a-f]{40}$/;
const RECENT_TRADES = 10;
const LEADERBOARD_ROWS = 2000;

/** Every position of the simulated venue is an account of its own; its coin and row are the end of its address. */
const addressOf = (coinIndex: number, row: number): string => {
  const tail = coinIndex.toString(16).padStart(2, '0') + row.toString(16).padStart(8, '0');
  const head = Array.from({ length: 4 }, (_, part) =>
    (mixSeed(coinIndex + 7, row, part) >>> 0).toString(16).padStart(8, '0'),
  ).join('');
  return `0x${head.slice(0, 30)}${tail}`;
};

/** Whether a row is a position of the venue that is open at the market's time. */
function openAt(market: Market, coin: CoinMarket): (row: number) => boolean {
  const step = coin.stepAt(market.nowMs() / 1000) - 1;
  const { venue, openedStep, closedStep, length } = coin.book;
  return (row) => row < length && venue[row] === VENUE && openedStep[row]! <= step && closedStep[row]! > step;
}

function openRows(market: Market, coin: CoinMarket): readonly number[] {
  const isOpen = openAt(market, coin);
  const rows: number[] = [];
  for (let row = 0; row < coin.book.length; row++) if (isOpen(row)) rows.push(row);
  return rows;
}

/** `recentTrades`: ten trades between accounts that hold something. */
export function recentTrades({ market, nowMs }: ApiRequest, coin: unknown) {
  const listing = hyperliquidListing(market, coin);
  const coinIndex = hyperliquidListings(market).findIndex(({ symbol }) => symbol === listing.symbol);
  const rows = openRows(market, market.coin(listing.base));
  const random = createRandom(mixSeed(coinIndex + 1, Math.floor(nowMs / 1000)));
  const account = (): string => addressOf(coinIndex, rows[Math.floor(random.uniform() * rows.length)]!);
  const price = market.venuePrice('hyperliquid', listing.base) * listing.multiplier;
  return Array.from({ length: RECENT_TRADES }, (_, index) => ({
    coin: listing.symbol,
    side: random.uniform() < 0.5 ? 'A' : 'B',
    px: hyperliquidPrice(listing.symbol, price),
    sz: quantity(0.01 + random.uniform()),
    time: nowMs - index * 137,
    hash: `0x${(mixSeed(index, nowMs) >>> 0).toString(16).padStart(64, '0')}`,
    tid: mixSeed(index + 3, nowMs) >>> 0,
    users: [account(), account()],
  }));
}

/** The position that an address stands for, where it is open; null for any other address. */
function openRow(market: Market, address: string) {
  const listing = hyperliquidListings(market)[Number.parseInt(address.slice(32, 34), 16)];
  const row = Number.parseInt(address.slice(34), 16);
  if (listing === undefined) return null;
  const coin = market.coin(listing.base);
  return openAt(market, coin)(row) ? { listing, coin, row } : null;
}

/** A trader of the market is an account with one cross position, backed so that it is liquidated where the trader is. */
function traderHoldings(market: Market, address: string): Holdings {
  const open = openRow(market, address);
  if (open === null) return NO_HOLDINGS;
  const { listing, coin, row } = open;
  const { book } = coin;
  const { symbol, multiplier } = listing;
  const szi = ((book.side[row] === 0 ? 1 : -1) * book.sizeBase[row]!) / multiplier;
  const entryPx = book.entryPrice[row]! * multiplier;
  const liquidation = book.liquidationPrice[row]! * multiplier;
  const distance = liquidation > 0 ? Math.abs(Math.log(liquidation / entryPx)) : 1;
  const leverage = Math.max(1, Math.round(1 / distance));
  const leg = { coin: symbol, szi, entryPx, leverage, maxLeverage: 40, rawUsd: null };
  const crossRawUsd =
    liquidation > 0 ? Math.abs(szi) * liquidation * maintenanceOf(leg) - szi * liquidation : entryPx;
  return { legs: [leg], crossRawUsd };
}

const addressIn = (user: unknown): string => {
  if (typeof user !== 'string' || !ADDRESS.test(user)) throw new BadRequest('invalid user');
  return user;
};

const builderIn = (dex: unknown): string => {
  const builder = dex ?? '';
  if (builder !== '' && builder !== BUILDER) throw new BadRequest('unknown coin');
  return builder;
};

/** `clearinghouseState`: an account that the venue does not know holds nothing. */
export function clearinghouseState({ market, nowMs }: ApiRequest, user: unknown, dex: unknown) {
  const [address, builder] = [addressIn(user), builderIn(dex)];
  const own = keptAccount(market, address);
  const trader = builder === '' ? traderHoldings(market, address) : NO_HOLDINGS;
  const holdings = own === undefined ? trader : (own.books[builder] ?? NO_HOLDINGS);
  const markOf = (coin: string): number => {
    if (coin === BUILDER_COIN) return BUILDER_PRICE;
    const { base, multiplier } = hyperliquidListing(market, coin);
    return market.venuePrice('hyperliquid', base) * multiplier;
  };
  return accountState(holdings, markOf, nowMs);
}

/** A trader closes halfway to the liquidation, or as far on the other side of the price. */
function traderOrders(market: Market, address: string): readonly ClosingOrder[] {
  const open = openRow(market, address);
  if (open === null) return [];
  const { listing, coin, row } = open;
  const liquidation = coin.book.liquidationPrice[row]!;
  if (!(liquidation > 0)) return [];
  const price = market.venuePrice('hyperliquid', listing.base);
  const order = { coin: listing.symbol, side: coin.book.side[row] === 0 ? 'A' : 'B' } as const;
  const at = (value: number) => Number(hyperliquidPrice(listing.symbol, value * listing.multiplier));
  return [
    { ...order, orderType: 'Stop Market', triggerPx: at((price + liquidation) / 2) },
    { ...order, orderType: 'Take Profit Market', triggerPx: at((3 * price - liquidation) / 2) },
  ];
}

/** `frontendOpenOrders` */
export function frontendOpenOrders({ market, nowMs }: ApiRequest, user: unknown, dex: unknown) {
  const [address, builder] = [addressIn(user), builderIn(dex)];
  const own = keptAccount(market, address);
  const trader = builder === '' ? traderOrders(market, address) : [];
  return openOrders(own === undefined ? trader : (own.orders[builder] ?? []), nowMs);
}

/** `userRole` */
export function userRole({ market }: ApiRequest, user: unknown) {
  const own = keptAccount(market, addressIn(user));
  if (own?.role === 'agent') return { role: 'agent', data: { user: EXAMPLE_ADDRESS } };
  return { role: own !== undefined || openRow(market, addressIn(user)) !== null ? 'user' : 'missing' };
}

/** `userAbstraction`: one bare text. */
export const userAbstraction = ({ market }: ApiRequest, user: unknown): string =>
  JSON.stringify(keptAccount(market, addressIn(user))?.mode ?? 'default');

/** The file of all accounts, in no order of value. */
export function leaderboard({ market }: ApiRequest): ApiResponse {
  const leaderboardRows = hyperliquidListings(market).flatMap((listing, coinIndex) => {
    const coin = market.coin(listing.base);
    return openRows(market, coin).map((row) => ({
      ethAddress: addressOf(coinIndex, row),
      accountValue: decimal(coin.book.sizeBase[row]! * coin.book.entryPrice[row]!, 1e-6),
      windowPerformances: ['day', 'week', 'month', 'allTime'].map((name) => [
        name,
        { pnl: '0.0', roi: '0.0', vlm: '0.0' },
      ]),
      prize: 0,
      displayName: null,
    }));
  });
  return ok({ leaderboardRows: leaderboardRows.slice(-LEADERBOARD_ROWS) });
}
