import type { PopupStore } from '../../components/popup/popup-store.ts';
import { refusalWords } from '../../core/i18n/refusal-words.ts';
import type { SettingsChange } from '../../core/ledger/settings/settings.ts';
import { askWorker } from './ask-worker.ts';

/** Has a change of the settings stored, and says where that was refused. */
export async function changeSettings(store: PopupStore, change: SettingsChange): Promise<void> {
  const reply = await askWorker<'change-settings'>({ kind: 'change-settings', change });
  if (!reply.ok) store.setState({ notice: { kind: 'failed', text: refusalWords('stored', reply.refusal) } });
}
