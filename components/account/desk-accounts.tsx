import type { PopupActions } from '../popup/popup-actions.ts';
import type { PopupStore } from '../popup/popup-store.ts';
import { useStore } from '../ui/use-store.ts';
import { Accounts, AccountSection } from './account-section.tsx';

interface DeskAccountsProps {
  readonly store: PopupStore;
  readonly actions: Pick<PopupActions, 'newId' | 'onPutAccount' | 'onForgetAccount' | 'onConsent'>;
  /** Stands under a title of its surroundings, and does not fold. */
  readonly isApart?: boolean;
}

/** The addresses whose positions stand with the user's own. */
export function DeskAccounts({ store, actions, isApart = false }: DeskAccountsProps) {
  const accounts = useStore(store, (state) => state.accounts);
  const nowMs = useStore(store, (state) => state.nowMs);
  const needsConsent = useStore(store, (state) => state.needsConsent);
  const Shown = isApart ? Accounts : AccountSection;
  return (
    <Shown
      {...{ accounts, nowMs }}
      newId={actions.newId}
      onPut={actions.onPutAccount}
      onForget={actions.onForgetAccount}
      onConsent={needsConsent ? actions.onConsent : null}
    />
  );
}
