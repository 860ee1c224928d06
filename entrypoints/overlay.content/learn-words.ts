import { speak, type Words } from '../../core/i18n/say.ts';
import { isExtensionAlive } from '../../core/io/extension-alive.ts';
import { askWorker } from '../shared/ask-worker.ts';

/** Between two questions of a page that got no answer. */
const ASK_AGAIN_MS = 2_000;

let learnt: Words | null = null;

/** What this page speaks; null before {@link learnWords}. */
export const wordsLearnt = (): Words | null => learnt;

/** Speaks the worker's table of messages; false where the extension is gone. */
export async function learnWords(): Promise<boolean> {
  while (isExtensionAlive()) {
    const reply = await askWorker<'words'>({ kind: 'words' });
    if (reply.ok) {
      learnt = reply.value as Words;
      speak(learnt);
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
  return false;
}
