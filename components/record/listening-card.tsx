import { refusalWords } from '../../core/i18n/refusal-words.ts';
import type { Refusal } from '../../core/market/refusal.ts';
import { forcedOrderFeed } from '../../core/market/feeds.ts';
import { VENUE_NAMES, type VenueId } from '../../core/market/venue-id.ts';
import type { VenueListening } from '../../core/report/forecast/listening-of.ts';
import { formatPercent } from '../ui/format.ts';
import { spanText, timeText } from './record-text.ts';

interface ListeningCardProps {
  readonly listening: readonly VenueListening[];
  readonly isAlways: boolean;
  readonly onAlways: (isAlways: boolean) => void;
  /** Why the last choice could not be stored; null where it could. */
  readonly refused: Refusal | null;
}

const MOST_GAPS = 30;

function feedText(venue: VenueId): string {
  const { completeness, price } = forcedOrderFeed(venue);
  const count = completeness === 'complete' ? 'every order' : 'sampled: a lower bound';
  return `${count}, ${price === 'fill' ? 'at fills' : 'at prices of orders'}`;
}

/** When each venue was listened to, and when not: nothing is claimed of a time that nobody listened to. */
export function ListeningCard({ listening, isAlways, onAlways, refused }: ListeningCardProps) {
  const gaps = listening.flatMap((one) => one.gaps).toSorted((a, b) => b.fromMs - a.fromMs);
  return (
    <section class="card" aria-labelledby="listening-title">
      <h2 id="listening-title">Listening</h2>
      <p class="secondary">
        Forced orders are heard while an exchange page is open. What happened in a gap is unknown and is not
        counted.
      </p>
      <label class="choice">
        <input
          type="checkbox"
          checked={isAlways}
          onChange={({ currentTarget }) => onAlways(currentTarget.checked)}
        />{' '}
        Listen without an open exchange page too, to my positions and the watch list
      </label>
      {refused !== null && (
        <p role="alert" class="problem">
          {refusalWords('stored', refused)}
        </p>
      )}
      <table>
        <caption>The last seven days</caption>
        <thead>
          <tr>
            <th scope="col">venue</th>
            <th scope="col">listened</th>
            <th scope="col">feed</th>
          </tr>
        </thead>
        <tbody>
          {listening.map(({ venue, share }) => (
            <tr key={venue}>
              <th scope="row">{VENUE_NAMES[venue]}</th>
              <td>{formatPercent(share, 0)}</td>
              <td title={`Says ${forcedOrderFeed(venue).source}`}>{feedText(venue)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <details>
        <summary>Gaps of a minute and longer</summary>
        <table>
          <caption>{gaps.length > MOST_GAPS ? `The last ${MOST_GAPS} of ${gaps.length}` : 'All'}</caption>
          <thead>
            <tr>
              <th scope="col">venue</th>
              <th scope="col">from (UTC)</th>
              <th scope="col">for</th>
            </tr>
          </thead>
          <tbody>
            {gaps.slice(0, MOST_GAPS).map(({ venue, fromMs, untilMs, isTakenBack = false }) => (
              <tr key={`${venue} ${fromMs}`}>
                <th scope="row">{VENUE_NAMES[venue]}</th>
                <td>{timeText(fromMs)}</td>
                <td>
                  {spanText(untilMs - fromMs)}
                  {isTakenBack && ' (taken back)'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
