import { ASSET_CLASSES, type AssetClass } from './asset-class.ts';
import { assetOf, classOf, knownClass, type NamedAsset, type RecordedAsset } from './asset.ts';
import { COMMON_NAMES, NAMES_IN_CLASS, OWN_NAMES, TOKENS } from './asset-names.ts';

/** What a venue's base symbol stands for. */
export interface AssetName extends RecordedAsset {
  /** How many of the asset one quoted unit holds: 1000 for `1000PEPE`. */
  readonly multiplier: number;
}

/** What a venue says a contract is written on; `not-a-coin` where it says no more than that. */
export type DeclaredClass = AssetClass | 'not-a-coin';

const POWER_BEFORE = /^(10{3,})(\p{L}.*)$/u;
const POWER_AFTER = /^([A-Z]+)(10{3,})$/;
const MILLION_BEFORE = /^1M([A-Z]{3,})$/;
const THOUSAND_BEFORE = /^k([A-Z]+)$/;
const SHARE = /^(.+)STOCK$/;
/** On Hyperliquid, who lists it: `xyz:NVDA`. */
const BUILDER = /^[a-z0-9]+:/;

/**
 * The asset that a venue or site calls `name`.
 * @param venue its id; names of its own are known by it
 * @param declared what the venue says it is; without it the name decides
 */
export function readAssetName(name: string, venue: string, declared?: DeclaredClass): AssetName {
  const { multiplier, ...named } = nameOf(name, venue);
  const assetClass = declared === undefined ? classOf(named) : settle(declared, named);
  const base = NAMES_IN_CLASS[assetClass]?.[named.base] ?? named.base;
  return { ...assetOf({ base, assetClass }), multiplier };
}

function nameOf(name: string, venue: string): AssetName {
  const own = OWN_NAMES[venue]?.[name];
  const bare = name.replace(BUILDER, '');
  const split = splitPower(bare);
  const [, share] = SHARE.exec(bare) ?? [];
  if (own === undefined && share !== undefined) return { base: share, assetClass: 'equity', multiplier: 1 };
  const meaning = own ?? COMMON_NAMES[split.base] ?? {};
  return {
    base: split.base,
    ...meaning,
    multiplier: meaning.multiplier ?? (own === undefined ? split.multiplier : 1),
  };
}

/**
 * Splits `1000PEPE`, `1000000MOG`, `SHIB1000`, `1MBABYDOGE` and `kPEPE`. A name without a power of ten is one of its own.
 */
function splitPower(name: string): { readonly base: string; readonly multiplier: number } {
  const before = POWER_BEFORE.exec(name);
  if (before?.[1] && before[2]) return { base: before[2], multiplier: Number(before[1]) };
  const after = POWER_AFTER.exec(name);
  if (after?.[1] && after[2]) return { base: after[1], multiplier: Number(after[2]) };
  const million = MILLION_BEFORE.exec(name);
  if (million?.[1]) return { base: million[1], multiplier: 1e6 };
  const thousand = THOUSAND_BEFORE.exec(name);
  if (thousand?.[1]) return { base: thousand[1], multiplier: 1000 };
  return { base: name, multiplier: 1 };
}

/**
 * The venue's word decides whether it is a coin, unless the name itself says what it is: CATSTOCK. Which other class a
 * thing belongs to is one for all venues, because some file indices under shares.
 */
function settle(declared: DeclaredClass, named: NamedAsset): AssetClass {
  if (named.assetClass !== undefined) return named.assetClass;
  if (declared === 'crypto' || TOKENS.has(named.base)) return 'crypto';
  const known = knownClass(named.base);
  if (known === 'index') return 'index';
  return declared === 'not-a-coin' ? (known ?? classOfAlias(named.base) ?? 'equity') : declared;
}

const classOfAlias = (name: string): AssetClass | undefined =>
  ASSET_CLASSES.find((assetClass) => NAMES_IN_CLASS[assetClass]?.[name] !== undefined);
