import type { Warning } from '../alerts/alert-state.ts';
import { isOwnRule, isPressingRule } from '../alerts/rules/list.ts';
import type { WarningReport } from '../market/market-report.ts';

/**
 * A warning as it is told outside the extension's own pages: exchange pages can read what the panel draws into them, and
 * messengers what they carry. Of what is the user's own it says only that there is something.
 */
export const toldElsewhere = ({ id, rule, at, price, code, figures }: Warning): WarningReport =>
  isOwnRule(rule)
    ? {
        id,
        rule,
        at,
        price,
        code: rule,
        figures: {},
        isOwn: true,
        ...(isPressingRule(rule) && { isPressing: true }),
      }
    : { id, rule, at, price, code, figures };
