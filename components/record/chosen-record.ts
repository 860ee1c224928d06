import type { AsideEntry } from '../../core/ledger/tables/aside.ts';
import { isOfALie } from '../../core/ledger/aside-log.ts';
import type { OutcomeRow } from '../../core/ledger/tables/outcomes.ts';
import { trackRecordOf, type TrackRecord } from '../../core/report/forecast/track-record.ts';
import type { RecordChoice } from './record.tsx';
import { HOUR_S } from '../../core/market/time.ts';

/** The track record of the horizon and kind of orders that were chosen. */
export function chosenRecord(
  stored: { readonly outcomes: readonly OutcomeRow[]; readonly asideLog: readonly AsideEntry[] },
  { horizonHours, definition }: RecordChoice,
): TrackRecord {
  const horizonS = horizonHours * HOUR_S;
  const outcomes = stored.outcomes.filter((outcome) => outcome.horizonS === horizonS);
  return trackRecordOf(outcomes, horizonS, definition, (outcome) => isOfALie(stored.asideLog, outcome));
}
