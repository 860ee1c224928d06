import { isCompleteFeed } from '../../core/market/feeds.ts';
import { VENUE_IDS, VENUE_NAMES } from '../../core/market/venue-id.ts';
import type { TrackRecord } from '../../core/report/forecast/track-record.ts';

const SAMPLED = new Intl.ListFormat('en').format(
  VENUE_IDS.filter((id) => !isCompleteFeed(id)).map((id) => VENUE_NAMES[id]),
);

/** What the figures mean, and what they cannot say. */
export function HowToRead({ record }: { readonly record: Pick<TrackRecord, 'skipped' | 'apart'> }) {
  const { skipped, apart } = record;
  return (
    <section class="card" aria-labelledby="how-title">
      <h2 id="how-title">How to read this</h2>
      <ul class="points">
        <li>
          Each hour the map is frozen before its outcome, and so is what others would have drawn. When an
          hour, four hours or a day are over, each is asked how likely it made the prices at which positions
          were force-closed, given how far the price went. A ratio of ×1.02 means 2 % likelier for each
          dollar.
        </li>
        <li>
          Distance alone is a ruler: so many dollars at such a distance, fitted to the other days of this
          record and drawn as suits what happened best. Maps of liquidations as they are usually drawn do
          worse than it.
        </li>
        <li>
          First passage counts orders while the price goes where it has not been since the forecast, by bars
          of five minutes; only positions that were open then can fire there. All orders counts positions
          opened later too. On recorded weeks that the map was not made on it was ×1.01 to ×1.03 by first
          passage, and ×0.95, behind distance, on all orders.
        </li>
        <li>
          The interval draws whole days, because orders of one day depend on each other. Under 7 days or 30
          windows nothing is claimed. A difference of a third of a percent takes about 30 days to show.
        </li>
        <li>
          {SAMPLED} show at most one order a second: their dollars are corrected by how full the minute was
          and remain uncertain. Hyperliquid's are not heard.
        </li>
        <li>
          Not counted here: {skipped.shortReach} sides where the price moved less than 0.3 %, and{' '}
          {skipped.notListened} that were not listened to for nine tenths of the time.
        </li>
        <li>
          Counted apart: {apart} sides of forecasts that were made while a venue's price, open interest or
          volume was set aside because it contradicted the others, or after that had begun and before it was
          found, and those that were over before something of their own time was taken back. They stay as they
          were frozen, are marked in the list and in the export, score nothing, and the map does not learn
          from them.
        </li>
      </ul>
    </section>
  );
}
