import { browser } from 'wxt/browser';

import { tradingPage } from '../../core/sites/trading-page.ts';
import { askWorker } from './ask-worker.ts';

/** Opens the page of a market at the venue that the user chose, or at another that lists it; none where none does. */
export async function openTradingPage(market: string): Promise<void> {
  const reply = await askWorker<'contract-of'>({ kind: 'contract-of', market });
  if (reply.ok && reply.value !== null) await browser.tabs.create({ url: tradingPage(reply.value) });
}
