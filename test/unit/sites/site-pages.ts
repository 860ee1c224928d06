import type { PageMarket } from '../../../core/market/page-market.ts';

/** Pages of one site. A market is written `instrument = multiplier base/quote kind`, the multiplier where it is not 1, and behind it what it is where that is no coin. */
export interface SitePages {
  /** Address, the market on it, and the title where one is read. */
  readonly markets: readonly (readonly [url: string, market: string, title?: string])[];
  /** Pages of the site on which no market can be told. */
  readonly others: readonly (readonly [url: string, title?: string])[];
  /** For the market of the first row: symbols of a chart of that market, and of charts of others. */
  readonly charts: { readonly same: readonly string[]; readonly other: readonly string[] };
  /** Whether a language may stand before the path. */
  readonly localised: boolean;
}

export const marketText = (market: PageMarket | null): string | null => {
  if (market === null) return null;
  const { instrument, base, multiplier, quote, kind, assetClass } = market;
  return `${instrument} = ${multiplier === 1 ? '' : `${multiplier} `}${base}/${quote} ${kind}${assetClass === undefined ? '' : ` ${assetClass}`}`;
};
