import { assetOfMarket } from './asset.ts';

/** A token of one ounce; its candles come from the venue that tells the coin's. */
export const GOLD_MARKET = 'PAXGUSDT';

const GOLD_COINS = ['PAXG', 'XAUT'];

/** Whether gold beside it is a question: for coins that are not gold themselves. */
export function isComparedWithGold(market: string): boolean {
  const { base, assetClass } = assetOfMarket(market);
  return assetClass === 'crypto' && !GOLD_COINS.includes(base);
}
