import { browser } from 'wxt/browser';

import type { PanelActions } from '../../components/overlay/panel-actions.ts';
import type { PanelStore } from '../../components/overlay/panel-store.ts';
import { marketId } from '../../core/market/asset.ts';
import type { PageAnswer, PageMessage } from '../../core/service/messages.ts';
import { isExtensionAlive, sendToBackground } from './messages.ts';

/** What the panel's buttons do, on the page of `site`. */
export function createActions(store: PanelStore, site: string): PanelActions {
  const ofMarket = (kind: 'refresh' | 'open-record') => {
    const { market } = store.getState();
    if (market !== null) void sendToBackground({ kind, market: marketId(market) });
  };
  return {
    onPlace: (place) => void sendToBackground({ kind: 'save-place', site, place }),
    onReload: () => location.reload(),
    onSnooze: (id, forMs) => void sendToBackground({ kind: 'snooze-warning', id, forMs }),
    onPermission: () => void sendToBackground({ kind: 'open-popup' }),
    onHosts: () => void sendToBackground({ kind: 'open-options', section: 'venues' }),
    onListeningOptions: () => void sendToBackground({ kind: 'open-options', section: 'listening' }),
    onListenToOwnPages: () => void sendToBackground({ kind: 'listen-to-own-pages' }),
    onRecord: () => ofMarket('open-record'),
    onRefresh: () => ofMarket('refresh'),
  };
}

/** Answers the toggle command and the popup's question; returns what ends it. */
export function answerMessages(store: PanelStore, { onPlace }: PanelActions): () => void {
  const answer = (message: PageMessage, _sender: unknown, reply: (answer: PageAnswer) => void): void => {
    if (message.kind === 'which-market') reply({ market: store.getState().market });
    if (message.kind === 'toggle-panel') {
      const { place } = store.getState();
      const next = { ...place, form: place.form === 'closed' ? 'open' : 'closed' } as const;
      store.setState({ place: next });
      onPlace(next);
    }
  };
  browser.runtime.onMessage.addListener(answer);
  return () => {
    if (isExtensionAlive()) browser.runtime.onMessage.removeListener(answer);
  };
}
