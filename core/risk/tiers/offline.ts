import type { TierFacts } from '../liquidation-types.ts';
import { binanceBtc, binanceEth, binanceMostCoins, binanceSol } from './binance.ts';
import {
  deribitBtc,
  gateMostCoins,
  hyperliquidBtc,
  hyperliquidEth,
  hyperliquidMostCoins,
  hyperliquidSol,
} from './other-venues.ts';

export interface OfflineTiers {
  readonly facts: TierFacts;
  /** The table is not this venue's own for this coin: a stand-in of a comparable market. */
  readonly generic: boolean;
}

const OWN: Readonly<Record<string, Readonly<Record<string, TierFacts>>>> = {
  binance: { BTC: binanceBtc, ETH: binanceEth, SOL: binanceSol },
  hyperliquid: { BTC: hyperliquidBtc, ETH: hyperliquidEth, SOL: hyperliquidSol },
  deribit: { BTC: deribitBtc },
};

const MOST_COINS: Readonly<Record<string, TierFacts>> = {
  hyperliquid: hyperliquidMostCoins,
  gate: gateMostCoins,
};

/**
 * The dated table that ships with the extension. Where a venue's own table is not known, Binance's table of the
 * same coin stands in and is named generic.
 */
export function offlineTiers(venue: string, base: string): OfflineTiers {
  const own = OWN[venue]?.[base];
  if (own) return { facts: own, generic: false };
  return { facts: OWN['binance']?.[base] ?? MOST_COINS[venue] ?? binanceMostCoins, generic: true };
}
