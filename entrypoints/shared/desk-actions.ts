import type { PopupActions } from '../../components/popup/popup-actions.ts';
import type { PopupStore } from '../../components/popup/popup-store.ts';
import {
  copyText,
  exportPositions,
  importPositions,
  keepPositions,
  type Keep,
} from '../../components/popup/position-files.ts';
import { accountActions } from './account-actions.ts';
import { askWorker } from './ask-worker.ts';
import { hideAmounts } from './hide-amounts.ts';
import { listActions } from './list-actions.ts';
import { createLease } from './follow-markets.ts';
import { askForAccess } from './missing-origins.ts';

/** What buttons around positions do. @param follow puts a coin's report and tiers into the store */
export function createDeskActions(
  store: PopupStore,
  follow: (name: string) => void,
): Omit<PopupActions, 'onOpenTab' | 'onSidePanel'> {
  const keep: Keep = (change) => askWorker<typeof change.kind>(change);
  return {
    onPut: (position) => void keepPositions(store, keep, { kind: 'put-position', position }),
    onRemove: (id) => void keepPositions(store, keep, { kind: 'remove-position', id }),
    ...accountActions(store),
    ...listActions(store),
    onBase: follow,
    onWatch: createLease(),
    onHideAmounts: (areHidden) => void hideAmounts(store, areHidden),
    onPermission: () => void askForAccess(store),
    onCopy: (text) => void copyText(store, text),
    onExport: () => exportPositions(store),
    onImport: (file) => void importPositions(store, keep, file, follow),
    newId: () => crypto.randomUUID(),
  };
}
