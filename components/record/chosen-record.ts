import { type AsideEntry, wasMadeUnderALie } from '../../core/ledger/aside-record.ts';
import type { OutcomeRecord } from '../../core/ledger/record/records.ts';
import { trackRecordOf, type TrackRecord } from '../../core/report/forecast/track-record.ts';
import type { RecordChoice } from './record.tsx';

const HOUR_S = 3600;

/** The track record of the horizon and kind of orders that were chosen. */
export function chosenRecord(
  stored: { readonly outcomes: readonly OutcomeRecord[]; readonly asideLog: readonly AsideEntry[] },
  { horizonHours, definition }: RecordChoice,
): TrackRecord {
  const horizonS = horizonHours * HOUR_S;
  const outcomes = stored.outcomes.filter((outcome) => outcome.horizonS === horizonS);
  return trackRecordOf(outcomes, horizonS, definition, (atS) =>
    wasMadeUnderALie(stored.asideLog, atS * 1000),
  );
}
