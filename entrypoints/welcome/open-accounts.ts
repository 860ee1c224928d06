import type { PopupActions } from '../../components/popup/popup-actions.ts';
import { createPopupStore, type PopupStore } from '../../components/popup/popup-store.ts';
import { openViewClock } from '../../core/io/view-clock.ts';
import { accountActions, followAccounts } from '../shared/account-actions.ts';

export interface OpenAccounts {
  readonly store: PopupStore;
  readonly actions: Pick<PopupActions, 'newId' | 'onPutAccount' | 'onForgetAccount' | 'onConsent'>;
}

/** The addresses of the user, kept up to date; their markets are of no use here. */
export async function openAccounts(): Promise<OpenAccounts> {
  const clock = await openViewClock();
  const store = createPopupStore({ nowMs: clock.nowMs() });
  await followAccounts(store, () => {});
  setInterval(() => store.setState({ nowMs: clock.nowMs() }), 1000);
  return { store, actions: { ...accountActions(store), newId: () => crypto.randomUUID() } };
}
