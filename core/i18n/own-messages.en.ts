import { delivery } from './en/delivery.ts';
import { fileFaults } from './en/file-faults.ts';
import { accounts } from './en/accounts.ts';
import { bells } from './en/bells.ts';
import { ownAmounts } from './en/own-amounts.ts';
import { popup } from './en/popup.ts';
import { positionAccount } from './en/position-account.ts';
import { positionForm } from './en/position-form.ts';
import { positionPlan } from './en/position-plan.ts';
import { positionResults } from './en/position-results.ts';
import { positionSections } from './en/position-sections.ts';
import { positionTexts } from './en/position-text.ts';
import { shownTables } from './en/shown-tables.ts';
import { sidePanel } from './en/side-panel.ts';
import type { Messages } from './message.ts';
import { ENGLISH } from './messages.en.ts';

/** What popup and side panel say, in English; the pages in tabs say more (`page-messages.en.ts`). */
export const OWN_ENGLISH = {
  ...ENGLISH,
  ...accounts,
  ...bells,
  ...delivery,
  ...fileFaults,
  ...ownAmounts,
  ...popup,
  ...positionAccount,
  ...positionForm,
  ...positionPlan,
  ...positionResults,
  ...positionSections,
  ...positionTexts,
  ...shownTables,
  ...sidePanel,
} as const satisfies Messages;
