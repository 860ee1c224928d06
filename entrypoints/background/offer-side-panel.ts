import { browser } from 'wxt/browser';

import { say } from '../../core/i18n/say.ts';
import { isSidePanelCall } from '../../core/service/page-messages.ts';
import type { Reply } from '../../core/service/protocol/list.ts';
import { openSidePanel, sidebar } from '../shared/side-panel.ts';
import { logFailure } from './log-failure.ts';

const OPEN = 'open-side-panel';

/**
 * Opens the side panel by its shortcut, by the icon's menu in Firefox, which Chrome has by itself, and in Chrome by a click
 * in a page. Browsers want it within the event itself, so that no answer may be waited for first.
 */
export function offerSidePanel(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command !== OPEN) return;
    if (sidebar !== undefined) sidebar.toggle().catch(logFailure);
    else if (tab !== undefined) openSidePanel(tab.windowId).catch(logFailure);
  });
  browser.runtime.onMessage.addListener((message: unknown, sender, reply: (answer: Reply<null>) => void) => {
    if (sender.id !== browser.runtime.id || sender.tab === undefined || !isSidePanelCall(message))
      return false;
    openSidePanel(sender.tab.windowId).then(
      () => reply({ ok: true, value: null }),
      () => reply({ ok: false, refusal: { code: 'failed', figures: {} } }),
    );
    return true;
  });
  const menus = (browser as { readonly contextMenus?: typeof browser.contextMenus }).contextMenus;
  if (sidebar === undefined || menus === undefined) return;
  browser.runtime.onInstalled.addListener(() => {
    // One of the same name is left from the version before.
    void menus
      .removeAll()
      .then(() => menus.create({ id: OPEN, title: say('panel.side'), contexts: ['action'] }))
      .catch(logFailure);
  });
  menus.onClicked.addListener(({ menuItemId }) => {
    if (menuItemId === OPEN) sidebar?.open().catch(logFailure);
  });
}
