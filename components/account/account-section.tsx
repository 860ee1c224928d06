import { say } from '../../core/i18n/say-own.ts';
import type { Account, WatchedAccount } from '../../core/ledger/accounts/accounts.ts';
import { Section } from '../popup/section.tsx';
import { AccountForm } from './account-form.tsx';
import { accountName, accountWords } from './account-words.ts';

export interface AccountSectionProps {
  readonly accounts: readonly WatchedAccount[];
  /** The venues' time, epoch milliseconds. */
  readonly nowMs: number;
  readonly newId: () => string;
  readonly onPut: (account: Account) => void;
  readonly onForget: (id: string) => void;
  /** Asks the browser for its consent; null where none is missing. */
  readonly onConsent: (() => void) | null;
}

/** The addresses whose positions are shown, folded. */
export const AccountSection = (props: AccountSectionProps) => (
  <Section
    title={say('account.title')}
    figure={props.accounts.length === 0 ? '' : String(props.accounts.length)}
  >
    <Accounts {...props} />
  </Section>
);

/** What came of each address, and a field for another. */
export const Accounts = ({ accounts, nowMs, newId, onPut, onForget, onConsent }: AccountSectionProps) => (
  <div class="accounts">
    {onConsent !== null && accounts.length > 0 && (
      <p class="notice warn">
        <span>{say('account.consent')}</span>
        <button type="button" class="button" onClick={onConsent}>
          {say('account.consent.give')}
        </button>
      </p>
    )}
    {accounts.length > 0 && (
      <ul aria-label={say('account.list')}>
        {accounts.map((account) => (
          <AccountLine key={account.id} {...{ account, nowMs, onForget }} />
        ))}
      </ul>
    )}
    <AccountForm known={accounts.map(({ address }) => address)} {...{ newId, onPut }} />
  </div>
);

interface AccountLineProps extends Pick<AccountSectionProps, 'nowMs' | 'onForget'> {
  readonly account: WatchedAccount;
}

function AccountLine({ account, nowMs, onForget }: AccountLineProps) {
  const { text, trouble, isBad } = accountWords(account, nowMs);
  const name = accountName(account);
  return (
    <li class="account-line">
      <b title={account.address} dir="auto">
        {name}
      </b>
      <button
        type="button"
        class="button small"
        aria-label={say('account.forget.of', { name })}
        onClick={() => onForget(account.id)}
      >
        {say('account.forget')}
      </button>
      <span class={`secondary ${isBad ? 'bad' : ''}`}>{text}</span>
      {trouble !== null && <span class="secondary warn">{trouble}</span>}
    </li>
  );
}
