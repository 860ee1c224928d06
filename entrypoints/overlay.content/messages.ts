import { browser } from 'wxt/browser';

import type { PanelActions } from '../../components/overlay/panel-actions.ts';
import type { PanelStore } from '../../components/overlay/panel-store.ts';
import { panelToggle } from '../../components/page/toggle-panel.ts';
import type { PageAnswer, PageMessage } from '../../core/service/page-messages.ts';
import type { OpenQuoteLine } from '../../components/ui/keep-quote.ts';
import { isExtensionAlive } from '../../core/io/extension-alive.ts';
import { openQuoteLine } from '../shared/open-quote-line.ts';

/** Opens a line to the background, where there still is one. */
export const openLine: OpenQuoteLine = (market, ends) =>
  isExtensionAlive() ? openQuoteLine(market, ends) : () => {};

/** Answers the toggle command and the popup's question; returns what ends it. */
export function answerMessages(store: PanelStore, { onPlace }: PanelActions): () => void {
  const toggle = panelToggle(store);
  const answer = (message: PageMessage, _sender: unknown, reply: (answer: PageAnswer) => void): void => {
    if (message.kind === 'which-market') reply({ market: store.getState().market });
    if (message.kind === 'toggle-panel') onPlace(toggle());
  };
  browser.runtime.onMessage.addListener(answer);
  return () => {
    if (isExtensionAlive()) browser.runtime.onMessage.removeListener(answer);
  };
}
