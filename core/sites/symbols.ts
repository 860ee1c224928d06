import { splitCoinName, type CoinName } from '../market/coin-name.ts';
import type { PageMarket } from '../market/page-market.ts';

/** A coin and what it is priced in. */
export type Pair = CoinName & { readonly quote: string };

/** Units that are worth a dollar, the longer names first: one may end another. */
const DOLLARS = ['FDUSD', 'USDT', 'USDC', 'USDE', 'USDH', 'USD1', 'BUSD', 'USD'] as const;

/** What a symbol without a separator may end in; bitcoin last, because coins carry its name too. */
const QUOTES = [...DOLLARS, 'EUR', 'BTC', 'XBT'] as const;

/**
 * One character of a coin's name, for patterns with the flag `u`: a capital letter, a letter of a script without
 * capitals (币安人生), or a digit.
 */
export const LETTER = String.raw`[\p{Lu}\p{Lo}\p{Nd}]`;

const COIN = new RegExp(`^k?${LETTER}{1,20}$`, 'u');

/** Letter of the month in a futures symbol, F for January. */
export const MONTH_CODES = 'FGHJKMNQUVXZ';

/** Whether a quote is worth a dollar, so that a price in it can stand beside a price in dollars. */
export const isDollar = (quote: string): boolean => DOLLARS.some((dollar) => dollar === quote);

/** Coin and multiplier of a coin name as a page spells it; null for text that is no coin name. */
export const parseCoin = (name: string): CoinName | null => (COIN.test(name) ? splitCoinName(name) : null);

/** Coin and quote of two names that the page keeps apart; null where one is no name of a coin. */
export function pairOf(base: string, quote: string): Pair | null {
  const coin = parseCoin(base);
  const unit = parseCoin(quote);
  return coin && unit && { ...coin, quote: unit.base };
}

/**
 * Coin and quote of a symbol without a separator, e.g. `1000PEPEUSDT`.
 * @returns null where no known quote ends the symbol or nothing stands before it
 */
export function parsePair(symbol: string): Pair | null {
  const quote = QUOTES.find((candidate) => symbol.endsWith(candidate) && symbol.length > candidate.length);
  return quote === undefined ? null : pairOf(symbol.slice(0, -quote.length), quote);
}

/** A part of an address or a symbol with its escapes resolved; as it stands where they are malformed. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The page's market, or null where the pair could not be read. */
export const marketOf = (
  venue: string,
  kind: PageMarket['kind'],
  instrument: string,
  pair: Pair | null,
): PageMarket | null =>
  pair && { venue, instrument, base: pair.base, multiplier: pair.multiplier, quote: pair.quote, kind };
