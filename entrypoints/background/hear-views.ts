import { browser, type Browser } from 'wxt/browser';

import { isSidePanelCall } from '../../core/service/page-messages.ts';
import type { Sender } from '../../core/service/protocol/answer-message.ts';
import type { Reply } from '../../core/service/protocol/list.ts';
import { siteOf } from '../../core/sites/registry.ts';

/** Has `answer` reply to what pages and the extension's own views ask. */
export function hearViews(answer: (message: unknown, sender: Sender) => Promise<Reply<unknown>>): void {
  browser.runtime.onMessage.addListener(
    (message: unknown, sender, reply: (answer: Reply<unknown>) => void) => {
      if (sender.id !== browser.runtime.id || isSidePanelCall(message)) return false;
      void answer(message, { isOwn: isOwnPage(sender), page: pageOf(sender), site: siteIdOf(sender) }).then(
        reply,
      );
      return true;
    },
  );
}

const isOwnPage = ({ url }: Browser.runtime.MessageSender): boolean =>
  url?.startsWith(browser.runtime.getURL('/')) === true;

const siteIdOf = ({ url, frameId }: Browser.runtime.MessageSender): string | null =>
  url === undefined || frameId !== 0 ? null : (siteOf(new URL(url))?.id ?? null);

/** A page has one lease, whatever it shows in the course of time. */
const pageOf = ({ tab, documentId, url }: Browser.runtime.MessageSender): string =>
  String(tab?.id ?? documentId ?? url);
