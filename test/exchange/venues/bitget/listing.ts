import type { Market } from '../../market/market.ts';
import { type ApiResponse, BadRequest, ok } from '../venue-api.ts';
import { type Listing, listingsOf } from '../listings.ts';

export const bitgetListings = (market: Market): readonly Listing[] =>
  listingsOf(
    market,
    'bitget',
    (name) => `${name}USDT`,
    () => 1,
    () => 1,
  );

/** The listing of a USDT future. @throws {BadRequest} where Bitget says 40034 or 40020. */
export function bitgetListing(market: Market, query: URLSearchParams): Listing {
  requireProduct(query);
  const listing = bitgetListings(market).find((candidate) => candidate.symbol === query.get('symbol'));
  if (listing === undefined)
    throw new BadRequest(`Parameter ${query.get('symbol') ?? 'symbol'} does not exist`);
  return listing;
}

/** Bitget takes the product in any case. */
export function requireProduct(query: URLSearchParams): void {
  const product = query.get('productType') ?? query.get('category');
  if (product !== null && product.toUpperCase() !== 'USDT-FUTURES') {
    throw new BadRequest(`Parameter productType error`);
  }
}

export const bitgetOk = (data: unknown, nowMs: number): ApiResponse =>
  ok({ code: '00000', msg: 'success', requestTime: nowMs, data });

export const bitgetError = (code: string, msg: string): ApiResponse => ({
  status: 400,
  body: { code, msg, requestTime: 0, data: null },
});
