import type { PopupStore } from '../../components/popup/popup-store.ts';
import { refusalWords } from '../../core/i18n/refusal-words.ts';
import { askWorker } from './ask-worker.ts';

/** Hides the user's amounts here at once, whatever becomes of it elsewhere; other views follow what is stored. */
export async function hideAmounts(store: PopupStore, areHidden: boolean): Promise<void> {
  store.setState({ hideAmounts: areHidden });
  const change = { hideAmounts: areHidden };
  const reply = await askWorker<'change-settings'>({ kind: 'change-settings', change });
  if (!reply.ok) store.setState({ notice: { kind: 'failed', text: refusalWords('stored', reply.refusal) } });
}
