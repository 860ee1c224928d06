import type { Site } from './site.ts';
import { readAssetName } from '../market/asset-name.ts';
import { marketOf, pairOf } from './symbols.ts';

const PATH = /^\/([a-z0-9]+)\/([A-Za-z0-9]{20,})\/?$/;
const TITLE =
  /^\$?([\p{L}\p{Nd}]{1,20}) \$[\d.,₀-₉]+[KMB]? - .+ \/ ([\p{L}\p{Nd}]{1,20}) on .+ - DEX Screener$/u;

/**
 * `/solana/<pool>`: spot pools, told apart by their address alone. The coin stands in the title
 * (`WIF $2.31 - dogwifhat / SOL on Solana / Raydium - DEX Screener`); without one of that form there is no market.
 */
export const DEXSCREENER: Site = {
  id: 'dexscreener',
  name: 'DexScreener',
  origins: ['https://dexscreener.com'],
  access: 'optional',
  reads: ['path', 'title'],
  // Anyone may give a token any name: nothing is drawn on the chart of a pool.
  sameMarket: () => false,
  chart: null,
  parse: ({ pathname }, title) => {
    const [, chain, pool] = PATH.exec(pathname) ?? [];
    const [, token, quote] = TITLE.exec(title.trim()) ?? [];
    if (chain === undefined || pool === undefined || token === undefined || quote === undefined) return null;
    return marketOf(
      'dexscreener',
      'spot',
      `${chain}/${pool}`,
      pairOf(token.toUpperCase(), readAssetName(quote.toUpperCase(), 'dexscreener').base),
    );
  },
};
