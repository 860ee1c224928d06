import { classOf, type NamedAsset } from '../market/asset.ts';
import { readAssetName, type AssetName } from '../market/asset-name.ts';
import type { PageMarket } from '../market/page-market.ts';

/** What a page calls an asset, and what it is priced in. */
export interface Pair {
  readonly name: string;
  readonly quote: string;
}

/** Units that are worth a dollar, the longer names first: one may end another. */
const DOLLARS = ['FDUSD', 'USDT', 'USDC', 'USDE', 'USDH', 'USD1', 'BUSD', 'USD'] as const;

/** What a symbol without a separator may end in; bitcoin last, because coins carry its name too. */
const QUOTES = [...DOLLARS, 'EUR', 'BTC', 'XBT'] as const;

/**
 * One character of a coin's name, for patterns with the flag `u`: a capital letter, a letter of a script without
 * capitals (币安人生), or a digit.
 */
export const LETTER = String.raw`[\p{Lu}\p{Lo}\p{Nd}]`;

const NAME = new RegExp(`^k?${LETTER}{1,20}$`, 'u');

/** Letter of the month in a futures symbol, F for January. */
export const MONTH_CODES = 'FGHJKMNQUVXZ';

/** Whether a quote is worth a dollar, so that a price in it can stand beside a price in dollars. */
export const isDollar = (quote: string): boolean => DOLLARS.some((dollar) => dollar === quote);

/** Whether a text can be what a page calls an asset. */
export const isName = (text: string): boolean => NAME.test(text);

/** Name and quote that the page keeps apart; null where one is no name. */
export const pairOf = (name: string, quote: string): Pair | null =>
  isName(name) && isName(quote) ? { name, quote: readAssetName(quote, '').base } : null;

/**
 * Name and quote of a symbol without a separator, e.g. `1000PEPEUSDT`.
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
export function marketOf(
  venue: string,
  kind: PageMarket['kind'],
  instrument: string,
  pair: Pair | null,
): PageMarket | null {
  if (pair === null) return null;
  return marketNamed(venue, kind, instrument, readAssetName(pair.name, venue), pair.quote);
}

/** The page's market whose name has been read. */
export function marketNamed(
  venue: string,
  kind: PageMarket['kind'],
  instrument: string,
  named: NamedAsset & Pick<AssetName, 'multiplier'>,
  quote: string,
): PageMarket {
  const { base, multiplier } = named;
  const assetClass = classOf(named);
  const market = { venue, instrument, base, multiplier, quote, kind };
  return assetClass === 'crypto' ? market : { ...market, assetClass };
}
