import * as v from 'valibot';
import { browser } from 'wxt/browser';

import type { FollowQuotes } from '../../core/service/follow-quotes.ts';
import { QUOTE_LINE } from '../../core/service/page-messages.ts';
import { page } from '../../core/ledger/page-market.ts';

/**
 * Tells the views that have a line open the quotes of the market that they name. A line ends with its view and with this
 * worker, so that nobody is asked for what nobody sees. Adds its listener synchronously.
 */
export function hearQuoteLines(follow: FollowQuotes, isReady: Promise<void>): void {
  browser.runtime.onConnect.addListener((line) => {
    if (line.name !== QUOTE_LINE || line.sender?.id !== browser.runtime.id) return;
    let isOpen = true;
    let stop = (): void => {};
    const start = (wanted: unknown): void => {
      const read = v.safeParse(page, wanted);
      stop();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a line has two ends, no origin
      if (isOpen && read.success) stop = follow(read.output, (quote) => line.postMessage(quote));
    };
    line.onMessage.addListener((wanted: unknown) => void isReady.then(() => start(wanted)));
    line.onDisconnect.addListener(() => {
      isOpen = false;
      stop();
    });
  });
}
