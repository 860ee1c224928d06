import { browser, type Browser } from 'wxt/browser';

import { readMessage } from '../../core/service/message-schema.ts';
import type { MessageReply, ViewMessage } from '../../core/service/messages.ts';

/** Has `answer` reply to what pages and the extension's own views ask; what may not be asked is refused. */
export function hearViews(answer: (message: ViewMessage, page: string) => Promise<MessageReply>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, reply: (answer: MessageReply) => void) => {
    if (sender.id !== browser.runtime.id) return false;
    const read = readMessage(message, isOwnPage(sender) ? 'own' : 'page');
    if (typeof read === 'string') {
      reply({ ok: false, message: read });
      return false;
    }
    answer(read, pageOf(sender)).then(reply, (error: unknown) =>
      reply({ ok: false, message: error instanceof Error ? error.message : 'failed' }),
    );
    return true;
  });
}

const isOwnPage = ({ url }: Browser.runtime.MessageSender): boolean =>
  url?.startsWith(browser.runtime.getURL('/')) === true;

/** A page has one lease, whatever it shows in the course of time. */
const pageOf = ({ tab, documentId }: Browser.runtime.MessageSender): string =>
  String(tab?.id ?? documentId ?? 'popup');
