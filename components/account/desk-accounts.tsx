import type { PopupActions } from '../popup/popup-actions.ts';
import type { PopupStore } from '../popup/popup-store.ts';
import { useStore } from '../ui/use-store.ts';
import { AccountSection } from './account-section.tsx';

interface DeskAccountsProps {
  readonly store: PopupStore;
  readonly actions: Pick<PopupActions, 'newId' | 'onPutAccount' | 'onForgetAccount' | 'onConsent'>;
}

/** The addresses whose positions stand with the user's own. */
export function DeskAccounts({ store, actions }: DeskAccountsProps) {
  const accounts = useStore(store, (state) => state.accounts);
  const nowMs = useStore(store, (state) => state.nowMs);
  const needsConsent = useStore(store, (state) => state.needsConsent);
  return (
    <AccountSection
      {...{ accounts, nowMs }}
      newId={actions.newId}
      onPut={actions.onPutAccount}
      onForget={actions.onForgetAccount}
      onConsent={needsConsent ? actions.onConsent : null}
    />
  );
}
