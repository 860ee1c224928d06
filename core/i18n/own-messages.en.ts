import { fileFaults } from './en/file-faults.ts';
import { accounts } from './en/accounts.ts';
import { bells } from './en/bells.ts';
import { delivery } from './en/delivery.ts';
import { options } from './en/options.ts';
import { ownAmounts } from './en/own-amounts.ts';
import { popup } from './en/popup.ts';
import { positionAccount } from './en/position-account.ts';
import { positionForm } from './en/position-form.ts';
import { positionPlan } from './en/position-plan.ts';
import { positionResults } from './en/position-results.ts';
import { positionSections } from './en/position-sections.ts';
import { positionTexts } from './en/position-text.ts';
import { record } from './en/record.ts';
import { rules } from './en/rules.ts';
import { shownTables } from './en/shown-tables.ts';
import { sidePanel } from './en/side-panel.ts';
import { welcome } from './en/welcome.ts';
import type { Messages } from './message.ts';
import { ENGLISH } from './messages.en.ts';

/** Everything that the extension's own pages say, in English. */
export const OWN_ENGLISH = {
  ...ENGLISH,
  ...accounts,
  ...bells,
  ...delivery,
  ...fileFaults,
  ...options,
  ...ownAmounts,
  ...popup,
  ...positionAccount,
  ...positionForm,
  ...positionPlan,
  ...positionResults,
  ...positionSections,
  ...positionTexts,
  ...record,
  ...rules,
  ...shownTables,
  ...sidePanel,
  ...welcome,
} as const satisfies Messages;
