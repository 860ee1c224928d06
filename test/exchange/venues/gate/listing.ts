import type { Market } from '../../market/market.ts';
import { type ApiRequest, type ApiResponse, BadRequest } from '../venue-api.ts';
import { type Listing, listingsOf } from '../listings.ts';

/** Coins in one contract: `quanto_multiplier`. */
const CONTRACT: Readonly<Record<string, number>> = { BTC: 0.0001, ETH: 0.01, SOL: 1, PEPE: 10_000_000 };

/** Gate quotes every coin by itself and counts contracts. */
export const gateListings = (market: Market): readonly Listing[] =>
  listingsOf(
    market,
    'gate',
    (name) => `${name}_USDT`,
    (coin) => CONTRACT[coin.base] ?? 1,
    () => 1,
  );

/** The listing of a contract. @throws {BadRequest} where Gate says CONTRACT_NOT_FOUND. */
export function gateListing(market: Market, name: string | null): Listing {
  const listing = gateListings(market).find((candidate) => candidate.symbol === name);
  if (listing === undefined) throw new BadRequest(`contract ${name ?? ''} not found`);
  return listing;
}

export const gateError = (status: number, label: string, message: string): ApiResponse => ({
  status,
  body: { label, message },
});

/** Whole contracts in an amount of coins. */
export const contractsOf = (listing: Listing, coins: number): number =>
  Math.round(coins / listing.contractSize);

/** Contracts that are traded by the tenth: `enable_decimal`. */
const isDecimal = ({ base }: Listing): boolean => base === 'ETH' || base === 'SOL';

/** A size of an order: whole contracts, but of some the tenth where the request's header asks for it. */
export function orderSizeOf(
  { headers }: Pick<ApiRequest, 'headers'>,
  listing: Listing,
  coins: number,
): number {
  if (headers['x-gate-size-decimal'] !== '1' || !isDecimal(listing)) return contractsOf(listing, coins);
  return Math.round((coins / listing.contractSize) * 10) / 10;
}
