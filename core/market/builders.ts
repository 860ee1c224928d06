import type { DeclaredClass } from './asset-name.ts';

/** Builders of Hyperliquid whose markets are coins. Others list what no coin exchange has: names of theirs are not those of coins. */
const COIN_BUILDERS = ['hyna'];

/** The builder of a market of Hyperliquid, `xyz` of `xyz:NVDA`; null for the exchange's own. */
export const builderOf = (name: string): string | null => /^([a-z0-9]+):./.exec(name)?.[1] ?? null;

/** What a market of Hyperliquid is written on, as far as who lists it says so. */
export function classOfBuilder(name: string): DeclaredClass | undefined {
  const builder = builderOf(name);
  return builder === null || COIN_BUILDERS.includes(builder) ? undefined : 'not-a-coin';
}

/** What a market of Hyperliquid is written on: the exchange itself lists coins alone. */
export const classOfContract = (name: string): DeclaredClass | undefined =>
  builderOf(name) === null ? 'crypto' : classOfBuilder(name);
