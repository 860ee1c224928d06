import { browser } from 'wxt/browser';

import type { AnswerTo, Kind, MessageOf, Reply } from '../../core/service/protocol.ts';

/** What a view has that goes without an answer. */
export const NO_ANSWER = { ok: false, refusal: { code: 'no-answer', figures: {} } } as const;

/** Asks the background, the only writer of storage. A worker that is just being started or replaced refuses too. */
export async function askWorker<K extends Kind>(message: MessageOf<K>): Promise<Reply<AnswerTo<K>>> {
  try {
    const reply = await browser.runtime.sendMessage<MessageOf<K>, Reply<AnswerTo<K>> | undefined>(message);
    return reply ?? NO_ANSWER;
  } catch {
    return NO_ANSWER;
  }
}
