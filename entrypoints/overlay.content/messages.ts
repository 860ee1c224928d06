import { browser } from 'wxt/browser';

import type { AnswerTo, Kind, MessageOf, Reply } from '../../core/service/protocol.ts';
import type { OpenQuoteLine } from '../../components/ui/keep-quote.ts';
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

/** A window of the map's past; null where there is no answer. */
export const askPast: AskPast = async (asked) => {
  const reply = await ask<'map-history'>({ kind: 'map-history', map: 'exposure', venue: 'all', ...asked });
  return reply.ok ? reply.value : null;
};
