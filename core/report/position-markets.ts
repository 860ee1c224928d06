import { assetText } from '../market/asset.ts';
import type { MarketReport } from '../market/market-report.ts';
import { contractOf, type SavedPosition } from '../market/position.ts';
import type { StoredTiers } from '../ledger/tiers.ts';
import { type AccountMarkets, crossAccountOf } from '../risk/cross-account.ts';
import type { LiquidationContext, TierFacts } from '../risk/liquidation-types.ts';
import { markPriceAt } from './venue-mark.ts';

/** What is stored of one coin's market. */
export interface CoinMarket {
  readonly report: MarketReport | null;
  readonly tiers: StoredTiers;
}

/** By what {@link assetText} calls it; an asset that is not there was not asked for yet. */
export type CoinMarkets = Readonly<Record<string, CoinMarket>>;

/** A position among those that may back it, and what is known of their markets. */
export interface HeldAmong {
  readonly position: SavedPosition;
  readonly positions: readonly SavedPosition[];
  readonly markets: CoinMarkets;
}

/** What the margin of a position depends on: tiers, mark price and the account it shares. */
export function liquidationContext({ position, positions, markets }: HeldAmong): LiquidationContext {
  const report = markets[assetText(position)]?.report ?? null;
  return {
    tiers: tiersOf(position, markets),
    markPrice: report ? markPriceAt(report, position.venue) : (position.origin?.markPrice ?? null),
    tickSize: report?.tickSize ?? null,
    ...crossAccountOf(position, positions, accountMarkets(markets)),
  };
}

/** What is known of the markets of all positions. */
export const accountMarkets = (markets: CoinMarkets): AccountMarkets => ({
  markPriceOf: (position) => {
    const own = markets[assetText(position)]?.report;
    return own ? markPriceAt(own, position.venue) : null;
  },
  tiersOf: (position) => tiersOf(position, markets),
});

/** The polled tables are those of linear contracts; for others the built-in table stands in. */
const tiersOf = (position: SavedPosition, markets: CoinMarkets): TierFacts | null =>
  contractOf(position) === 'inverse'
    ? null
    : (markets[assetText(position)]?.tiers[position.venue as keyof StoredTiers] ?? null);
