import { browser } from 'wxt/browser';

import type { MessageReply, ViewMessage } from '../../core/service/messages.ts';

/** False once the extension was updated, reloaded or removed under the page. */
export function isExtensionAlive(): boolean {
  // The page keeps the script, the browser takes the id away.
  return typeof (browser.runtime as { id?: string } | undefined)?.id === 'string';
}

/** Sends a message to the background; its answer, or null for none. */
export async function sendToBackground(message: ViewMessage): Promise<MessageReply | null> {
  if (!isExtensionAlive()) return null;
  try {
    const reply = await browser.runtime.sendMessage<ViewMessage, MessageReply | undefined>(message);
    return reply ?? null;
  } catch {
    // No receiver: the worker is being started or replaced. The caller shows it and asks again.
    return null;
  }
}
