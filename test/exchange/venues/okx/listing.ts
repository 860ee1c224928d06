import type { Market } from '../../market/market.ts';
import { type ApiResponse, BadRequest, ok } from '../venue-api.ts';
import { type Listing, listingsOf } from '../listings.ts';

/** Coins in one contract: `ctVal` x `ctMult`. */
const CONTRACT: Readonly<Record<string, number>> = { BTC: 0.01, ETH: 0.1, SOL: 1, PEPE: 10_000_000 };

/** OKX quotes every coin by itself and counts contracts. */
export const okxListings = (market: Market): readonly Listing[] =>
  listingsOf(
    market,
    'okx',
    (name) => `${name}-USDT-SWAP`,
    (coin) => CONTRACT[coin.base] ?? 1,
    () => 1,
  );

/** The listing of `instId`. @throws {BadRequest} where OKX says 51001. */
export function okxListing(market: Market, instId: string | null): Listing {
  const listing = okxListings(market).find((candidate) => candidate.symbol === instId);
  if (listing === undefined) {
    throw new BadRequest(`Instrument ID, Instrument ID code, or Spread ID doesn't exist.`);
  }
  return listing;
}

export const okxOk = (data: readonly unknown[]): ApiResponse => ok({ code: '0', msg: '', data });

export const okxError = (status: number, code: string, msg: string): ApiResponse => ({
  status,
  body: { code, msg, data: [] },
});
