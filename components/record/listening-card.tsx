import { say } from '../../core/i18n/say-page.ts';
import { refusalWords } from '../../core/i18n/refusal-words.ts';
import type { Refusal } from '../../core/market/refusal.ts';
import { forcedOrderFeed } from '../../core/market/feeds.ts';
import { VENUE_NAMES, type VenueId } from '../../core/market/venue-id.ts';
import type { VenueListening } from '../../core/report/forecast/listening-of.ts';
import { formatDuration, formatPercent } from '../ui/format.ts';
import { timeText } from './record-text.ts';

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
  const count = completeness === 'complete' ? 'complete' : 'sampled';
  return say(`heard.${count}.${price === 'fill' ? 'fill' : 'order'}`);
}

/** When each venue was listened to, and when not: nothing is claimed of a time that nobody listened to. */
export function ListeningCard({ listening, isAlways, onAlways, refused }: ListeningCardProps) {
  const gaps = listening.flatMap((one) => one.gaps).toSorted((a, b) => b.fromMs - a.fromMs);
  return (
    <section class="card" aria-labelledby="listening-title">
      <h2 id="listening-title">{say('heard.title')}</h2>
      <p class="secondary">{say('heard.about')}</p>
      <label class="choice">
        <input
          type="checkbox"
          checked={isAlways}
          onChange={({ currentTarget }) => onAlways(currentTarget.checked)}
        />{' '}
        {say('heard.always')}
      </label>
      {refused !== null && (
        <p role="alert" class="problem">
          {refusalWords('stored', refused)}
        </p>
      )}
      <table>
        <caption>{say('heard.days')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('heard.venue')}</th>
            <th scope="col">{say('heard.share')}</th>
            <th scope="col">{say('heard.feed')}</th>
          </tr>
        </thead>
        <tbody>
          {listening.map(({ venue, share }) => (
            <tr key={venue}>
              <th scope="row">{VENUE_NAMES[venue]}</th>
              <td>{formatPercent(share, 0)}</td>
              <td title={say('heard.says', { source: forcedOrderFeed(venue).source })}>{feedText(venue)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <details>
        <summary>{say('heard.gaps')}</summary>
        <table>
          <caption>
            {gaps.length > MOST_GAPS
              ? say('heard.gaps.last', { shown: String(MOST_GAPS), gaps: String(gaps.length) })
              : say('heard.gaps.all')}
          </caption>
          <thead>
            <tr>
              <th scope="col">{say('heard.venue')}</th>
              <th scope="col">{say('heard.from')}</th>
              <th scope="col">{say('heard.for')}</th>
            </tr>
          </thead>
          <tbody>
            {gaps.slice(0, MOST_GAPS).map(({ venue, fromMs, untilMs, isTakenBack = false }) => (
              <tr key={`${venue} ${fromMs}`}>
                <th scope="row">{VENUE_NAMES[venue]}</th>
                <td>{timeText(fromMs)}</td>
                <td>
                  {isTakenBack
                    ? say('heard.taken-back', { span: formatDuration(untilMs - fromMs) })
                    : formatDuration(untilMs - fromMs)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
