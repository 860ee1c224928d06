/** What a contract is written on. A coin and a share of one name are two assets. */
export const ASSET_CLASSES = ['crypto', 'equity', 'commodity', 'index', 'currency'] as const;

export type AssetClass = (typeof ASSET_CLASSES)[number];

/** An asset over all venues. */
export interface Asset {
  /** Its common name, e.g. `BTC`, `CAT`, `XAU`, `US500`, `EURUSD`. */
  readonly base: string;
  readonly assetClass: AssetClass;
}

/** An asset as pages and saved positions name it: without a class it is a coin. */
export interface NamedAsset {
  readonly base: string;
  readonly assetClass?: AssetClass | undefined;
}

/** The name alone, without the class where it is the usual one; for records that leave it out. */
export const assetOf = ({ base, assetClass }: NamedAsset): { base: string; assetClass?: AssetClass } =>
  assetClass === undefined || assetClass === 'crypto' ? { base } : { base, assetClass };

const classOf = ({ assetClass }: NamedAsset): AssetClass => assetClass ?? 'crypto';

/**
 * The asset's market over all venues; key of everything stored about it. `BTCUSDT` stands for every linear BTC perpetual
 * that is polled; other classes are named after a dot, which no base holds: `CAT.equity`.
 */
export const marketId = (asset: NamedAsset): string =>
  classOf(asset) === 'crypto' ? `${asset.base}USDT` : `${asset.base}.${asset.assetClass}`;

/** The asset of a market id; undoes {@link marketId}. */
export function assetOfMarket(id: string): Asset {
  const [base = '', ending] = id.split('.');
  const assetClass = ASSET_CLASSES.find((one) => one === ending);
  return assetClass === undefined
    ? { base: id.replace(/USDT$/, ''), assetClass: 'crypto' }
    : { base, assetClass };
}

/** What a trader calls one of a class; a coin goes without. */
const CLASS_WORDS: Readonly<Record<AssetClass, string>> = {
  crypto: '',
  equity: 'share',
  commodity: 'commodity',
  index: 'index',
  currency: 'currency',
};

/** The asset for a reader: `BTC`, `CAT share`. */
export const assetText = (asset: NamedAsset): string =>
  [asset.base, CLASS_WORDS[classOf(asset)]].filter(Boolean).join(' ');

/** An asset as a user writes it; undoes {@link assetText}. Null for a text that names none. */
export function readAsset(text: string): Asset | null {
  const [, base = '', word = ''] = /^([\p{L}\p{N}]{1,24})(?:\s+([a-z]+))?$/iu.exec(text.trim()) ?? [];
  const assetClass = ASSET_CLASSES.find((one) => CLASS_WORDS[one] === word.toLowerCase());
  return base === '' || assetClass === undefined ? null : { base: base.toUpperCase(), assetClass };
}
