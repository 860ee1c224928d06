import { useState } from 'preact/hooks';

import { say } from '../../core/i18n/say-own.ts';
import type { Account } from '../../core/ledger/accounts/accounts.ts';
import { readEntry } from './address-entry.ts';

interface AccountFormProps {
  /** Addresses that are there already. */
  readonly known: readonly string[];
  readonly newId: () => string;
  readonly onPut: (account: Account) => void;
}

/** Takes an address, and says beside the field where it goes. */
export function AccountForm({ known, newId, onPut }: AccountFormProps) {
  const [text, setText] = useState('');
  const [label, setLabel] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const put = () => {
    const entry = readEntry(text, known);
    if ('problem' in entry) {
      setProblem(entry.problem);
      if (entry.mustGo) setText('');
      return;
    }
    onPut({ id: newId(), address: entry.address, label: label.trim() === '' ? null : label.trim() });
    setText('');
    setLabel('');
  };
  return (
    <form
      class="account-form"
      onSubmit={(event) => {
        event.preventDefault();
        put();
      }}
    >
      <div class="field">
        <span class="field-head">
          <label for="account-address">{say('account.address')}</label>
        </span>
        <div class="field-box">
          <input
            id="account-address"
            value={text}
            autocomplete="off"
            spellcheck={false}
            dir="ltr"
            placeholder="0x…"
            aria-invalid={problem !== null}
            aria-describedby={problem === null ? 'account-goes' : 'account-problem account-goes'}
            onInput={({ currentTarget }) => {
              setText(currentTarget.value);
              setProblem(null);
            }}
          />
        </div>
        {problem !== null && (
          <p class="field-error" id="account-problem" role="alert">
            {problem}
          </p>
        )}
      </div>
      <div class="account-row">
        <div class="field">
          <span class="field-head">
            <label for="account-name">{say('account.name')}</label>
          </span>
          <div class="field-box">
            <input
              id="account-name"
              value={label}
              maxLength={40}
              autocomplete="off"
              onInput={({ currentTarget }) => setLabel(currentTarget.value)}
            />
          </div>
        </div>
        <button type="submit" class="button primary" disabled={text.trim() === ''}>
          {say('account.add')}
        </button>
      </div>
      <p class="secondary" id="account-goes">
        {say('account.read-only')} {say('account.linked')}
      </p>
    </form>
  );
}
