import { say } from '../../core/i18n/say-page.ts';
import { isCompleteFeed } from '../../core/market/feeds.ts';
import { VENUE_IDS } from '../../core/market/venue-id.ts';
import type { TrackRecord } from '../../core/report/forecast/track-record.ts';

const SAMPLED = VENUE_IDS.filter((id) => !isCompleteFeed(id));

/** What the figures mean, and what they cannot say. */
export function HowToRead({ record }: { readonly record: Pick<TrackRecord, 'skipped' | 'apart'> }) {
  const { skipped, apart } = record;
  return (
    <section class="card" aria-labelledby="how-title">
      <h2 id="how-title">{say('how.title')}</h2>
      <ul class="points">
        <li>{say('how.frozen')}</li>
        <li>{say('how.distance')}</li>
        <li>{say('how.first-passage')}</li>
        <li>{say('how.interval')}</li>
        <li>{say('how.sampled', { venues: SAMPLED })}</li>
        <li>
          {say('how.not-counted', {
            shortReach: String(skipped.shortReach),
            notListened: String(skipped.notListened),
          })}
        </li>
        <li>{say('how.apart', { apart: String(apart) })}</li>
      </ul>
    </section>
  );
}
