/** A coin with the number of coins that one quoted unit stands for. */
export interface Coin {
  readonly base: string;
  readonly multiplier: number;
}

const QUOTES = ['USDT', 'USDC', 'FDUSD', 'BUSD', 'USD'] as const;

/** Venue spellings of a coin's name. */
const ALIASES: Readonly<Record<string, string>> = { XBT: 'BTC', XDG: 'DOGE' };

/** Names that begin with digits by nature and not by a multiplier. */
const NUMERIC_NAMES = new Set(['1INCH', '0G']);

/**
 * Coin and multiplier of a venue's coin name: `1000PEPE` is 1000 PEPE, `1MBABYDOGE` a million, `kPEPE`
 * (Hyperliquid) 1000, `SHIB1000` (Bybit) 1000, `XBT` is BTC.
 * @returns null for text that is no coin name
 */
export function parseCoin(name: string): Coin | null {
  if (!/^[A-Za-z0-9]{1,20}$/.test(name)) return null;
  if (NUMERIC_NAMES.has(name)) return { base: name, multiplier: 1 };
  const million = /^1M([A-Z][A-Z0-9]+)$/.exec(name)?.[1];
  if (million !== undefined) return { base: million, multiplier: 1_000_000 };
  const kilo = /^k([A-Z][A-Z0-9]+)$/.exec(name)?.[1];
  if (kilo !== undefined) return { base: kilo, multiplier: 1000 };
  const [, before, after] = /^(10{3,})([A-Z][A-Z0-9]*)$/.exec(name) ?? [];
  if (before !== undefined && after !== undefined) return { base: after, multiplier: Number(before) };
  const [, stem, behind] = /^([A-Z]{2,}?)(10{3,})$/.exec(name) ?? [];
  if (stem !== undefined && behind !== undefined) return { base: stem, multiplier: Number(behind) };
  if (!/^[A-Z0-9]+$/.test(name)) return null;
  return { base: ALIASES[name] ?? name, multiplier: 1 };
}

/**
 * Coin and quote of a symbol without a separator, e.g. `1000PEPEUSDT`.
 * @returns null where no known quote ends the symbol or nothing stands before it
 */
export function parsePair(symbol: string): (Coin & { readonly quote: string }) | null {
  const quote = QUOTES.find((candidate) => symbol.endsWith(candidate) && symbol.length > candidate.length);
  if (quote === undefined) return null;
  const coin = parseCoin(symbol.slice(0, -quote.length));
  return coin === null ? null : { ...coin, quote };
}
