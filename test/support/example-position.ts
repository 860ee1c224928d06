import type { BrowserContext } from '@playwright/test';

import { examplePosition } from '../../components/popup/example-position.ts';
import { positionFigures } from '../../components/popup/position-figures.ts';
import { positionText } from '../../components/popup/position-text.ts';
import { priceDecimals } from '../../components/ui/format.ts';
import { ownAmounts } from '../../components/ui/own-amounts.ts';
import type { StoredTiers } from '../../core/ledger/tiers.ts';
import { assetOfMarket, assetText } from '../../core/market/asset.ts';
import type { MarketReport } from '../../core/market/market-report.ts';
import { POSITIONS_VERSION } from '../../core/market/position-format.ts';
import type { SavedPosition } from '../../core/market/position.ts';
import { backgroundWorker } from './launch.ts';

/** Has a position in the market of `report` stored that is marked as an example; null where there is no price. */
export async function storeExample(
  context: BrowserContext,
  report: MarketReport,
): Promise<SavedPosition | null> {
  const base = assetText(assetOfMarket(report.market));
  const position = examplePosition({ venue: 'binance', base }, report, 'example');
  if (position === null) return null;
  const positions = { version: POSITIONS_VERSION, positions: [position] };
  const worker = await backgroundWorker(context);
  await worker.evaluate(`chrome.storage.local.set(${JSON.stringify({ positions })})`);
  return position;
}

/** The popup's answer to a position, as it copies it. @param tiers of its market, as they are stored */
export function exampleAnswer(position: SavedPosition, report: MarketReport, tiers: StoredTiers): string {
  const markets = { [assetText(position)]: { report, tiers } };
  const figures = positionFigures({ position, positions: [position], markets, wishes: null });
  return positionText(figures, priceDecimals(position.entryPrice, report.tickSize), ownAmounts(false));
}
