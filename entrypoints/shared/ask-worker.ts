import { browser } from 'wxt/browser';

import type { AnswerTo, Kind, MessageOf, Reply } from '../../core/service/protocol/list.ts';

/** What a view has that goes without an answer. */
export const NO_ANSWER = { ok: false, refusal: { code: 'no-answer', figures: {} } } as const;

/** Asks the background, the only writer of storage. */
export const askWorker = <K extends Kind>(message: MessageOf<K>): Promise<Reply<AnswerTo<K>>> =>
  tellWorker(message);

/**
 * Sends what the background answers. A worker that is just being started or replaced refuses too, and where the extension is
 * gone from under a page the call throws.
 */
export async function tellWorker<Answer>(message: object): Promise<Reply<Answer>> {
  try {
    return (await browser.runtime.sendMessage<object, Reply<Answer> | undefined>(message)) ?? NO_ANSWER;
  } catch {
    return NO_ANSWER;
  }
}
