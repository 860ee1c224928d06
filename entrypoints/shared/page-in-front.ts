import { browser } from 'wxt/browser';

import type { PageMarket } from '../../core/market/page-market.ts';
import type { PageAnswer, PageMessage } from '../../core/service/page-messages.ts';

/** The market of the page in front; null where no panel stands on it. */
export async function pageMarket(): Promise<PageMarket | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  try {
    const question: PageMessage = { kind: 'which-market' };
    const answer = await browser.tabs.sendMessage<PageMessage, PageAnswer | undefined>(tab.id, question);
    return answer?.market ?? null;
  } catch {
    // No content script listens there: any page that is not an exchange's.
    return null;
  }
}
