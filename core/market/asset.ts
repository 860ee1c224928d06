import { ASSET_CLASSES, type AssetClass } from './asset-class.ts';
import { KNOWN_CLASSES } from './asset-names.ts';

/** An asset over all venues. */
export interface Asset {
  /** Its common name, e.g. `BTC`, `CAT`, `XAU`, `US500`, `EURUSD`. */
  readonly base: string;
  readonly assetClass: AssetClass;
}

/** An asset as pages, venues and saved positions name it: without a class its name decides, which is a coin's unless known. */
export interface NamedAsset {
  readonly base: string;
  readonly assetClass?: AssetClass | undefined;
}

/** What things of that name always are; null for the many that say nothing. */
export function knownClass(base: string): AssetClass | null {
  for (const [assetClass, names] of KNOWN_CLASSES) if (names.has(base)) return assetClass;
  return null;
}

const usualClass = (base: string): AssetClass => knownClass(base) ?? 'crypto';

/** The class that it is named with; else the one that its name always has, or a coin. */
export const classOf = ({ base, assetClass }: NamedAsset): AssetClass => assetClass ?? usualClass(base);

/** An asset as records keep it: with its class unless the name says so itself. */
export interface RecordedAsset {
  readonly base: string;
  readonly assetClass?: AssetClass;
}

/** Leaves out a class that the name says by itself. */
export const assetOf = ({ base, assetClass }: NamedAsset): RecordedAsset =>
  assetClass === undefined || assetClass === usualClass(base) ? { base } : { base, assetClass };

/**
 * The asset's market over all venues; key of everything stored about it. `BTCUSDT` stands for every linear BTC perpetual
 * that is polled; other classes are named after a dot, which no base holds: `CAT.equity`.
 */
export function marketId(asset: NamedAsset): string {
  const assetClass = classOf(asset);
  return assetClass === 'crypto' ? `${asset.base}USDT` : `${asset.base}.${assetClass}`;
}

const MARKET_ID = new RegExp(`^[\\p{L}\\p{N}]{1,24}(?:USDT|\\.(?:${ASSET_CLASSES.join('|')}))$`, 'u');

/** Whether a text is the id of some market. */
export const isMarketId = (text: string): boolean => MARKET_ID.test(text);

/** The asset of a market id; undoes {@link marketId}. */
export function assetOfMarket(id: string): Asset {
  const [base = '', ending] = id.split('.');
  const assetClass = ASSET_CLASSES.find((one) => one === ending);
  return assetClass === undefined
    ? { base: id.replace(/USDT$/, ''), assetClass: 'crypto' }
    : { base, assetClass };
}

/** What a trader calls one of a class. */
const CLASS_WORDS: Readonly<Record<AssetClass, string>> = {
  crypto: 'coin',
  equity: 'share',
  commodity: 'commodity',
  index: 'index',
  currency: 'currency',
};

/** The asset for a reader: `BTC`, `CAT share`. A coin goes without the word, unless its name is better known as another thing's. */
export function assetText(asset: NamedAsset): string {
  const assetClass = classOf(asset);
  const isPlain = assetClass === 'crypto' && usualClass(asset.base) === 'crypto';
  return isPlain ? asset.base : `${asset.base} ${CLASS_WORDS[assetClass]}`;
}

/** An asset as a user writes it; undoes {@link assetText}. Null for a text that names none. */
export function readAsset(text: string): Asset | null {
  const [, base = '', word = ''] = /^([\p{L}\p{N}]{1,24})(?:\s+([a-z]+))?$/iu.exec(text.trim()) ?? [];
  const named = { base: base.toUpperCase() };
  if (base === '') return null;
  if (word === '') return { ...named, assetClass: classOf(named) };
  const assetClass = ASSET_CLASSES.find((one) => CLASS_WORDS[one] === word.toLowerCase());
  return assetClass === undefined ? null : { ...named, assetClass };
}
