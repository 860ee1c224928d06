import * as v from 'valibot';

import { isOwnWarning } from '../../alerts/rules/list.ts';
import { warningId } from '../../ledger/dismissed-warnings.ts';
import { positive } from '../../market/number-schemas.ts';
import { RefusedError } from '../../market/refusal.ts';
import { HOUR_MS } from '../../market/time.ts';
import { TONES } from '../../market/tone.ts';
import { fromOwn, fromPage } from './question.ts';

/** Warnings, and how they sound. */
export const warningQuestions = {
  /**
   * Takes a warning off the panel's list for good; with a time, no notification comes for so long. A page that got hold of
   * what the browser keeps apart from it could send this in its user's name: it takes no warning of the user's own off, which
   * rest in the page alone (`resting` of the panel's state), and lets others rest for an hour at most.
   */
  'dismiss-warning': fromPage(
    { id: warningId, snoozeMs: v.nullable(v.pipe(positive, v.maxValue(24 * HOUR_MS))) },
    async ({ id, snoozeMs }, household, _page, _site, isOwn) => {
      if (!isOwn && (isOwnWarning(id) || (snoozeMs ?? 0) > HOUR_MS)) throw new RefusedError('not-asked');
      if (snoozeMs !== null) {
        const snoozedUntilMs = household.nowMs() + snoozeMs;
        await household.settings.change(() => ({ alerts: { snoozedUntilMs } }));
      }
      return household.dismissedWarnings.change(() => id);
    },
  ),

  'try-tone': fromOwn({ tone: v.picklist(TONES) }, ({ tone }, { service }) => service.tryTone(tone)),
};
