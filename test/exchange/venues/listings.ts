import type { CoinScenario } from '../market/scenario.ts';
import type { Market } from '../market/market.ts';

/** A linear perpetual as a venue quotes it. */
export interface Listing {
  readonly symbol: string;
  readonly base: string;
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
  symbolOf: (coin: CoinScenario) => string,
  contractSizeOf: (coin: CoinScenario) => number,
  multiplierOf: (coin: CoinScenario) => number = (coin) => coin.multiplier,
): readonly Listing[] {
  return market.scenario.coins.map((coin) => ({
    symbol: symbolOf(coin),
    base: coin.base,
    multiplier: multiplierOf(coin),
    contractSize: contractSizeOf(coin),
    tickSize: Number((coin.tickSize * multiplierOf(coin)).toPrecision(6)),
  }));
}
