import { browser } from 'wxt/browser';

import type { PanelActions } from '../../components/overlay/panel-actions.ts';
import type { PanelStore } from '../../components/overlay/panel-store.ts';
import { panelToggle } from '../../components/page/toggle-panel.ts';
import { marketId } from '../../core/market/asset.ts';
import type { PageAnswer, PageMessage } from '../../core/service/page-messages.ts';
import type { AnswerTo, Kind, MessageOf, Reply } from '../../core/service/protocol.ts';
import type { OpenQuoteLine } from '../../components/ui/keep-quote.ts';
import type { AskChart } from '../../components/page/chart/chart-bands.ts';
import { isExtensionAlive } from '../../core/io/extension-alive.ts';
import { watchOwn } from '../../core/io/storage-shared.ts';
import { askWorker, NO_ANSWER } from '../shared/ask-worker.ts';
import { pastBy } from '../shared/market-actions.ts';
import { openQuoteLine } from '../shared/open-quote-line.ts';

/** Asks the background, where there still is one. */
export const ask = async <K extends Kind>(message: MessageOf<K>): Promise<Reply<AnswerTo<K>>> =>
  isExtensionAlive() ? askWorker(message) : NO_ANSWER;

/** Opens a line to the background, where there still is one. */
export const openLine: OpenQuoteLine = (market, ends) =>
  isExtensionAlive() ? openQuoteLine(market, ends) : () => {};

const { askMapWindow, askOrders } = pastBy(ask);

/** What stands on the page's chart: the past of all exposure, the forced orders that were heard, and the user's own lines. */
export const askChart: AskChart = {
  heat: {
    past: (asked) => askMapWindow({ map: 'exposure', venue: 'all', ...asked }),
    orders: askOrders,
  },
  own: {
    ask: async (market, quote) => {
      const { instrument } = market;
      const reply = await ask<'own-lines'>({
        kind: 'own-lines',
        market: marketId(market),
        instrument,
        quote,
      });
      return reply.ok ? reply.value : null;
    },
    watchOwn,
  },
};

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
