import { settingsItem } from '../../core/io/user-items.ts';
import { assetOfMarket, marketId } from '../../core/market/asset.ts';

/**
 * A watch list from before markets had classes calls everything a coin: `XAUUSDT`. What no coin is called is gold and the
 * like. Called when the extension was updated; safe to repeat.
 */
export async function nameWatchedAssets(): Promise<void> {
  await settingsItem.change(({ watchList }) => {
    const named = watchList.map(nameOf);
    return named.every((id, index) => id === watchList[index]) ? null : { watchList: [...new Set(named)] };
  });
}

function nameOf(id: string): string {
  const { base, assetClass } = assetOfMarket(id);
  return assetClass === 'crypto' ? marketId({ base }) : id;
}
