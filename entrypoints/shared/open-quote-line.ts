import * as v from 'valibot';
import { browser } from 'wxt/browser';

import type { OpenQuoteLine } from '../../components/ui/keep-quote.ts';
import { quote } from '../../core/market/quote.ts';
import { QUOTE_LINE } from '../../core/service/page-messages.ts';

/** Opens a line to the background, which wakes it; no page can hear it. */
export const openQuoteLine: OpenQuoteLine = (market, { onQuote, onLost }) => {
  const line = browser.runtime.connect({ name: QUOTE_LINE });
  line.onMessage.addListener((told: unknown) => {
    if (v.is(quote, told)) onQuote(told);
  });
  line.onDisconnect.addListener(onLost);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a line has two ends, no origin
  line.postMessage(market);
  return () => line.disconnect();
};
