import { browser } from 'wxt/browser';

import type { AnswerTo, Kind, MessageOf, Reply } from '../../core/service/protocol.ts';
import type { OpenQuoteLine } from '../../components/ui/keep-quote.ts';
import { speak, type Words } from '../../core/i18n/say.ts';
import type { AskPast } from '../../components/page/chart/heat/heat-past.ts';
import { askWorker, NO_ANSWER } from '../shared/ask-worker.ts';
import { openQuoteLine } from '../shared/open-quote-line.ts';

/** False once the extension was updated, reloaded or removed under the page. */
export function isExtensionAlive(): boolean {
  // The page keeps the script, the browser takes the id away.
  return typeof (browser.runtime as { id?: string } | undefined)?.id === 'string';
}

/** Asks the background, where there still is one. */
export const ask = async <K extends Kind>(message: MessageOf<K>): Promise<Reply<AnswerTo<K>>> =>
  isExtensionAlive() ? askWorker(message) : NO_ANSWER;

/** Opens a line to the background, where there still is one. */
export const openLine: OpenQuoteLine = (market, ends) =>
  isExtensionAlive() ? openQuoteLine(market, ends) : () => {};

/** Between two questions of a page that got no answer. */
const ASK_AGAIN_MS = 2_000;

/** Speaks the worker's table of messages; false where the extension is gone. */
export async function learnWords(): Promise<boolean> {
  while (isExtensionAlive()) {
    const reply = await ask<'words'>({ kind: 'words' });
    if (reply.ok) {
      speak(reply.value as Words);
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
  return false;
}

/** A window of the map's past; null where there is no answer. */
export const askPast: AskPast = async (asked) => {
  const reply = await ask<'map-history'>({ kind: 'map-history', map: 'exposure', venue: 'all', ...asked });
  return reply.ok ? reply.value : null;
};
