import { assetText, type NamedAsset } from '../../core/market/asset.ts';
import type { MarketReport } from '../../core/market/market-report.ts';
import type { PageMarket } from '../../core/market/page-market.ts';
import type { SavedPosition } from '../../core/market/position.ts';
import { draftOf, emptyDraft, entryOf, type PositionDraft } from './position-draft.ts';
import { formulaOf } from '../../core/risk/formulas/registry.ts';

interface Opening {
  /** What the page in front shows, if it shows a market. */
  readonly page: PageMarket | null;
  /** The asset that the popup opens with. */
  readonly asset: NamedAsset;
  readonly report: MarketReport | null;
  readonly positions: readonly SavedPosition[];
  /** Of a position that is none yet. */
  readonly id: string;
}

/** What the form opens with: what is held of the page's coin, else an empty position at its price. */
export function firstDraft({ page, asset, report, positions, id }: Opening, locale: string): PositionDraft {
  const name = assetText(asset);
  const held = positions.find((position) => page !== null && assetText(position) === name);
  if (held !== undefined) return draftOf(held, locale);
  const venue = formulaOf(page?.venue ?? '')?.venue ?? 'binance';
  const contract = page?.quote === 'USD' ? 'inverse' : 'linear';
  return emptyDraft(id, { venue, base: name, price: entryOf(report), contract }, locale);
}
