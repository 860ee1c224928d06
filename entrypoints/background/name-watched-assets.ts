import { settingsItem } from '../../core/io/storage-shared.ts';
import { assetOfMarket, marketId } from '../../core/market/asset.ts';

/**
 * A watch list from before markets had classes calls everything a coin: `XAUUSDT`. What no coin is called is gold and the
 * like. Called when the extension was updated; safe to repeat.
 */
export async function nameWatchedAssets(): Promise<void> {
  const settings = await settingsItem.getValue();
  const watchList = settings.watchList.map(named);
  if (watchList.every((id, index) => id === settings.watchList[index])) return;
  await settingsItem.setValue({ ...settings, watchList: [...new Set(watchList)] });
}

function named(id: string): string {
  const { base, assetClass } = assetOfMarket(id);
  return assetClass === 'crypto' ? marketId({ base }) : id;
}
