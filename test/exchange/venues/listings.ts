import type { AssetClass } from '../../../core/market/asset-class.ts';
import type { VenueId } from '../../../core/market/venue-id.ts';
import { type CoinScenario, isListedOn, nameOn } from '../market/scenario.ts';
import type { Market } from '../market/market.ts';

/** A linear perpetual as a venue quotes it. */
export interface Listing {
  readonly symbol: string;
  /** The market's key; what the venue calls the asset is {@link name}. */
  readonly base: string;
  readonly name: string;
  readonly assetClass: AssetClass;
  readonly isPreMarket: boolean;
  /** Coins in one quoted unit. */
  readonly multiplier: number;
  /** Quoted units in one contract; 1 where sizes are in units. */
  readonly contractSize: number;
  /** Smallest step of the quoted price. */
  readonly tickSize: number;
}

/** Every coin of the market under the venue's own name for it. */
export function listingsOf(
  market: Market,
  venue: VenueId,
  symbolOf: (name: string, coin: CoinScenario) => string,
  contractSizeOf: (coin: CoinScenario) => number,
  multiplierOf: (coin: CoinScenario) => number = (coin) => coin.multiplier,
): readonly Listing[] {
  return market.scenario.coins
    .filter((coin) => isListedOn(coin, venue))
    .map((coin) => ({
      symbol: symbolOf(nameOn(coin, venue), coin),
      base: coin.base,
      name: nameOn(coin, venue),
      assetClass: coin.asset?.assetClass ?? 'crypto',
      isPreMarket: coin.asset?.isPreMarket === true,
      multiplier: multiplierOf(coin),
      contractSize: contractSizeOf(coin),
      tickSize: Number((coin.tickSize * multiplierOf(coin)).toPrecision(6)),
    }));
}
