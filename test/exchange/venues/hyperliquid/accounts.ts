import { VENUE_IDS } from '../../../../core/market/venue-id.ts';
import type { CoinMarket } from '../../market/coin-market.ts';
import type { Market } from '../../market/market.ts';
import { createRandom, mixSeed } from '../../market/random.ts';
import { type ApiRequest, type ApiResponse, BadRequest, decimal, ok, quantity } from '../venue-api.ts';
import { hyperliquidListing, hyperliquidListings, hyperliquidPrice } from './assets.ts';

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

/** Rows of the venue's positions that are open at the market's time. */
function openRows(market: Market, coin: CoinMarket): readonly number[] {
  const step = coin.stepAt(market.nowMs() / 1000) - 1;
  const { book } = coin;
  const rows: number[] = [];
  for (let row = 0; row < book.length; row++) {
    if (book.venue[row] === VENUE && book.openedStep[row]! <= step && book.closedStep[row]! > step)
      rows.push(row);
  }
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

/** `clearinghouseState`: an account that the venue does not know holds nothing. */
export function clearinghouseState({ market, nowMs }: ApiRequest, user: unknown) {
  if (typeof user !== 'string' || !ADDRESS.test(user)) throw new BadRequest('invalid user');
  const listing = hyperliquidListings(market)[Number.parseInt(user.slice(32, 34), 16)];
  const row = Number.parseInt(user.slice(34), 16);
  const coin = listing === undefined ? null : market.coin(listing.base);
  const isOpen = coin !== null && row < coin.book.length && openRows(market, coin).includes(row);
  const margin = { accountValue: '0.0', totalNtlPos: '0.0', totalRawUsd: '0.0', totalMarginUsed: '0.0' };
  return {
    marginSummary: margin,
    crossMarginSummary: margin,
    crossMaintenanceMarginUsed: '0.0',
    withdrawable: '0.0',
    assetPositions: isOpen ? [{ type: 'oneWay', position: positionOf(market, listing!, coin, row) }] : [],
    time: nowMs,
  };
}

function positionOf(
  market: Market,
  listing: ReturnType<typeof hyperliquidListing>,
  { book }: CoinMarket,
  row: number,
) {
  const { symbol, multiplier, base } = listing;
  const size = ((book.side[row] === 0 ? 1 : -1) * book.sizeBase[row]!) / multiplier;
  const entry = book.entryPrice[row]! * multiplier;
  const liquidation = book.liquidationPrice[row]! * multiplier;
  const distance = liquidation > 0 ? Math.abs(Math.log(liquidation / entry)) : 1;
  const price = market.venuePrice('hyperliquid', base) * multiplier;
  const leverage = Math.max(1, Math.round(1 / distance));
  return {
    coin: symbol,
    szi: decimal(size, 1e-8),
    leverage: { type: 'cross', value: leverage },
    entryPx: decimal(entry, 1e-8),
    positionValue: decimal(Math.abs(size) * price, 1e-6),
    unrealizedPnl: decimal(size * (price - entry), 1e-6),
    returnOnEquity: '0.0',
    liquidationPx: liquidation > 0 ? decimal(liquidation, 1e-10) : null,
    marginUsed: decimal((Math.abs(size) * price) / leverage, 1e-6),
    maxLeverage: 40,
    cumFunding: { allTime: '0.0', sinceOpen: '0.0', sinceChange: '0.0' },
  };
}

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
