import { browser } from 'wxt/browser';

import type { PageMarket } from '../../core/market/page-market.ts';
import { pageMarket } from '../shared/page-in-front.ts';

/**
 * Calls `onMarket` with what the tab in front of this window shows, and again whenever that changes; null where it shows no
 * market. A page that changes its market by itself is noticed by the next look.
 * @returns looks again
 */
export function followTab(onMarket: (market: PageMarket | null) => void): () => void {
  let last: string | null = null;
  let looks = 0;
  const look = async (): Promise<void> => {
    looks += 1;
    const mine = looks;
    const market = await pageMarket();
    const key = JSON.stringify(market);
    // A later look has seen what is newer.
    if (mine !== looks || key === last) return;
    last = key;
    onMarket(market);
  };
  const lookAgain = () => void look();
  browser.tabs.onActivated.addListener(lookAgain);
  browser.tabs.onUpdated.addListener(lookAgain);
  lookAgain();
  return lookAgain;
}
