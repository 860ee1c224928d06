import { type ApiRequest, type ApiResponse, BadRequest } from '../venue-api.ts';
import { type Listing, listingsOf } from '../listings.ts';

type Asked = Pick<ApiRequest, 'market' | 'host'>;

/** Who is asked: Aster speaks Binance's API. */
export const venueOf = (host: string): 'binance' | 'aster' =>
  host.endsWith('.asterdex.com') ? 'aster' : 'binance';

export const binanceListings = ({ market, host }: Asked): readonly Listing[] =>
  listingsOf(
    market,
    venueOf(host),
    (name, { multiplier }) => `${multiplier === 1 ? '' : multiplier}${name}USDT`,
    () => 1,
  );

/** An error in Binance's shape. */
export const binanceError = (status: number, code: number, msg: string): ApiResponse => ({
  status,
  body: { code, msg },
});

/** The listing of `symbol`. @throws {BadRequest} where Binance says -1121. */
export function binanceListing(asked: Asked, symbol: string | null): Listing {
  const listing = binanceListings(asked).find((candidate) => candidate.symbol === symbol);
  if (listing === undefined) throw new BadRequest('Invalid symbol.');
  return listing;
}
