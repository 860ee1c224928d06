import type { ContractType } from '../margin-equation.ts';
import type { CoinTierFacts, TierFacts } from '../liquidation-types.ts';
import { binanceCoinMargined } from './binance-coin-margined.ts';
import { binanceBtc, binanceEth, binanceMostCoins, binanceSol } from './binance.ts';
import {
  deribitBtc,
  gateMostCoins,
  hyperliquidBtc,
  hyperliquidEth,
  hyperliquidMostCoins,
  hyperliquidSol,
} from './other-venues.ts';

/** A table with its date, and how near it is to the contract's own. */
export interface OfflineTiers {
  readonly facts: TierFacts | CoinTierFacts;
  /** The table is not this venue's own for this contract: a stand-in of a comparable one. */
  readonly generic: boolean;
}

const OWN: Readonly<Record<string, Readonly<Record<string, TierFacts>>>> = {
  binance: { BTC: binanceBtc, ETH: binanceEth, SOL: binanceSol },
  hyperliquid: { BTC: hyperliquidBtc, ETH: hyperliquidEth, SOL: hyperliquidSol },
};

/** Of contracts that settle in their coin. */
const OWN_INVERSE: Readonly<Record<string, Readonly<Record<string, TierFacts | CoinTierFacts>>>> = {
  binance: binanceCoinMargined,
  deribit: { BTC: deribitBtc },
};

const MOST_COINS: Readonly<Record<string, TierFacts>> = {
  hyperliquid: hyperliquidMostCoins,
  gate: gateMostCoins,
};

/**
 * The dated table that ships with the extension. Where a venue's own table is not known, Binance's of the same coin
 * stands in and is named generic; of a coin without coin-margined contracts there, that of the linear ones.
 */
export function offlineTiers(venue: string, base: string, contract: ContractType): OfflineTiers {
  const own = (contract === 'inverse' ? OWN_INVERSE : OWN)[venue]?.[base];
  if (own) return { facts: own, generic: false };
  const comparable = contract === 'inverse' ? binanceCoinMargined[base] : undefined;
  return {
    facts: comparable ?? OWN['binance']?.[base] ?? MOST_COINS[venue] ?? binanceMostCoins,
    generic: true,
  };
}
