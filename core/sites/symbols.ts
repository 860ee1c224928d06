import { splitCoinName, type CoinName } from '../market/coin-name.ts';

const QUOTES = ['USDT', 'USDC', 'FDUSD', 'BUSD', 'USD'] as const;

/** Coin and multiplier of a coin name as a page spells it; null for text that is no coin name. */
export const parseCoin = (name: string): CoinName | null =>
  /^k?[A-Z0-9]{1,20}$/.test(name) ? splitCoinName(name) : null;

/**
 * Coin and quote of a symbol without a separator, e.g. `1000PEPEUSDT`.
 * @returns null where no known quote ends the symbol or nothing stands before it
 */
export function parsePair(symbol: string): (CoinName & { readonly quote: string }) | null {
  const quote = QUOTES.find((candidate) => symbol.endsWith(candidate) && symbol.length > candidate.length);
  if (quote === undefined) return null;
  const coin = parseCoin(symbol.slice(0, -quote.length));
  return coin === null ? null : { ...coin, quote };
}
