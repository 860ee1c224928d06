import { browser } from 'wxt/browser';

import type { PopupActions } from '../../components/popup/popup-actions.ts';
import type { PopupStore } from '../../components/popup/popup-store.ts';
import { refusalWords } from '../../core/i18n/refusal-words.ts';
import { say } from '../../core/i18n/say-own.ts';
import { ACCOUNT_DATA, mayTellAddresses } from '../../core/io/consent-data.ts';
import { accountsItem } from '../../core/io/user-items.ts';
import { accountPositions } from '../../core/ledger/accounts/account-positions.ts';
import type { WatchedAccount } from '../../core/ledger/accounts/accounts.ts';
import { assetText } from '../../core/market/asset.ts';
import { askWorker } from './ask-worker.ts';

/** What a view's buttons do with addresses. Each is called in the click itself, which Firefox's consent demands. */
export function accountActions(
  store: PopupStore,
): Pick<PopupActions, 'onPutAccount' | 'onForgetAccount' | 'onConsent'> {
  const tell = (kind: 'done' | 'failed', text: string) => store.setState({ notice: { kind, text } });
  const consent = async (): Promise<boolean> => {
    const isGiven = ACCOUNT_DATA === null || (await browser.permissions.request(ACCOUNT_DATA));
    store.setState({ needsConsent: !isGiven });
    return isGiven;
  };
  const change = async (
    message: Parameters<typeof askWorker<'put-account' | 'remove-account'>>[0],
    done: string,
  ): Promise<void> => {
    const reply = await askWorker<'put-account' | 'remove-account'>(message);
    if (!reply.ok) return tell('failed', refusalWords('saved', reply.refusal));
    store.setState({ accounts: reply.value });
    tell('done', done);
  };
  return {
    onPutAccount: (account) =>
      void consent().then((isGiven) =>
        isGiven
          ? change({ kind: 'put-account', account }, say('account.kept'))
          : tell('failed', say('account.no-consent')),
      ),
    onForgetAccount: (id) => void change({ kind: 'remove-account', id }, say('account.forgotten')),
    onConsent: () => void consent(),
  };
}

/** Puts the accounts into the store, now and whenever they change, and has them asked for. @param follow puts a coin's report and tiers there */
export async function followAccounts(store: PopupStore, follow: (name: string) => void): Promise<void> {
  const show = (accounts: readonly WatchedAccount[]) => {
    store.setState({ accounts });
    for (const position of accountPositions(accounts)) follow(assetText(position));
  };
  accountsItem.watch(show);
  const [accounts, isGiven] = await Promise.all([accountsItem.getValue(), mayTellAddresses()]);
  show(accounts);
  store.setState({ needsConsent: !isGiven });
  if (accounts.length > 0) void askWorker<'ask-accounts'>({ kind: 'ask-accounts' });
}
