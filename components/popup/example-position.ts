import { assetOf, readAsset } from '../../core/market/asset.ts';
import type { MarketReport } from '../../core/market/market-report.ts';
import type { SavedPosition } from '../../core/market/position.ts';
import { roundPressed } from '../ui/take-price.ts';
import { entryOf, type PositionDraft } from './position-draft.ts';

/** Stop and target of an example are round to this share of the price. */
const ROUND = 0.001;

/**
 * A position that shows what an answer looks like: a long of 10,000 USD at ten times leverage from the price of now, with a
 * stop 3 % below and a target 6 % above. Null where there is no price.
 */
export function examplePosition(
  { venue, base }: Pick<PositionDraft, 'venue' | 'base'>,
  report: Pick<MarketReport, 'price' | 'tickSize'> | null,
  id: string,
): SavedPosition | null {
  const asset = readAsset(base);
  const price = entryOf(report);
  if (asset === null || price === null) return null;
  const near = (share: number): number => roundPressed(share * price, ROUND * price);
  return {
    id,
    venue,
    ...assetOf(asset),
    side: 'long',
    entryPrice: price,
    size: { unit: 'usd', value: 10_000 },
    margin: { kind: 'leverage', leverage: 10 },
    marginMode: 'isolated',
    walletBalanceUsd: null,
    addedMarginUsd: 0,
    stopPrice: near(0.97),
    targets: [{ price: near(1.06), share: 1 }],
    horizonHours: 24,
    isExample: true,
  };
}
