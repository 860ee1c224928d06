import { account } from '../../ledger/accounts/accounts.ts';
import { fromOwn, name } from './question.ts';

/** Accounts whose addresses the user gave. */
export const accountQuestions = {
  /** An account that the user wants to see from now on, or calls by another name; it is asked for at once. */
  'put-account': fromOwn({ account }, async ({ account: put }, { accounts, pollDue }) => {
    const after = await accounts.change(() => ({ put: [put] }));
    pollDue();
    return after;
  }),

  /** Somebody has opened a view of the accounts. */
  'ask-accounts': fromOwn({}, async (_nothing, { service, pollDue }) => {
    if (await service.askAccounts()) pollDue();
  }),

  /** Forgets an account and all that came of it: what was warned of goes first, so that one that is gone has left nothing. */
  'remove-account': fromOwn(
    { id: name },
    async ({ id }, { service, accounts, dismissedWarnings: dismissed }) => {
      await service.forgetAccount(id);
      const after = await accounts.change(() => ({ remove: [id] }));
      await service.forgetAccount(id);
      await dismissed.change(() => ({ forget: `${id}:` }));
      return after;
    },
  ),
};
