import { browser } from 'wxt/browser';

import type { PopupActions } from '../../components/popup/popup-actions.ts';
import type { PopupStore } from '../../components/popup/popup-store.ts';
import { createDeskActions } from '../shared/desk-actions.ts';
import { openDesk } from '../shared/open-desk.ts';
import { pageMarket } from '../shared/page-in-front.ts';
import { hasSidePanel, openSidePanel } from '../shared/side-panel.ts';

/** Reads what is stored and what the page in front shows, and keeps the store up to date. */
export async function startPopup(): Promise<{ store: PopupStore; actions: PopupActions }> {
  const { store, follow, tick } = await openDesk(await pageMarket());
  // A list is what is looked at; who has none comes for a position.
  if (store.getState().watchList.length > 0) store.setState({ view: 'list' });
  setInterval(tick, 1000);
  const isOwnTab = (await browser.tabs.getCurrent()) !== undefined;
  const leave = (): void => {
    if (!isOwnTab) close();
  };
  const openTab = () => void browser.tabs.create({ url: browser.runtime.getURL('/popup.html') }).then(leave);
  const openSide = () => void openSidePanel(browser.windows.WINDOW_ID_CURRENT).then(leave);
  const actions = {
    ...createDeskActions(store, follow),
    onOpenTab: isOwnTab ? null : openTab,
    ...(hasSidePanel ? { onSidePanel: openSide } : {}),
  };
  return { store, actions };
}
