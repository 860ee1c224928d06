import type { Market } from '../../market/market.ts';
import { type ApiResponse, BadRequest, ok } from '../venue-api.ts';
import { type Listing, listingsOf } from '../listings.ts';

export const bybitListings = (market: Market): readonly Listing[] =>
  listingsOf(
    market,
    'bybit',
    (name, { multiplier }) => `${multiplier === 1 ? '' : multiplier}${name}USDT`,
    () => 1,
  );

/** The listing of a linear symbol. @throws {BadRequest} for another category or symbol. */
export function bybitListing(market: Market, query: URLSearchParams): Listing {
  if (query.get('category') !== 'linear') throw new BadRequest('params error: category is invalid');
  const listing = bybitListings(market).find((candidate) => candidate.symbol === query.get('symbol'));
  if (listing === undefined) throw new BadRequest('params error: symbol invalid');
  return listing;
}

/** An answer in Bybit's envelope. */
export const bybitOk = (result: unknown, nowMs: number): ApiResponse =>
  ok({ retCode: 0, retMsg: 'OK', result, retExtInfo: {}, time: nowMs });

/** Bybit refuses with status 200 and a code in the body. */
export const bybitError = (retCode: number, retMsg: string): ApiResponse =>
  ok({ retCode, retMsg, result: {}, retExtInfo: {} });
