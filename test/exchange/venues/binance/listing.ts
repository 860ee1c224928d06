import type { Market } from '../../market/market.ts';
import { type ApiResponse, BadRequest } from '../venue-api.ts';
import { type Listing, listingsOf } from '../listings.ts';

export const binanceListings = (market: Market): readonly Listing[] =>
  listingsOf(
    market,
    'binance',
    (name, { multiplier }) => `${multiplier === 1 ? '' : multiplier}${name}USDT`,
    () => 1,
  );

/** An error in Binance's shape. */
export const binanceError = (status: number, code: number, msg: string): ApiResponse => ({
  status,
  body: { code, msg },
});

/** The listing of `symbol`. @throws {BadRequest} where Binance says -1121. */
export function binanceListing(market: Market, symbol: string | null): Listing {
  const listing = binanceListings(market).find((candidate) => candidate.symbol === symbol);
  if (listing === undefined) throw new BadRequest('Invalid symbol.');
  return listing;
}
