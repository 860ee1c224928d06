import type { PopupStore } from '../../components/popup/popup-store.ts';
import { changeSettings } from './change-settings.ts';

/** Hides the user's amounts here at once, whatever becomes of it elsewhere; other views follow what is stored. */
export async function hideAmounts(store: PopupStore, areHidden: boolean): Promise<void> {
  store.setState({ hideAmounts: areHidden });
  await changeSettings(store, { hideAmounts: areHidden });
}
