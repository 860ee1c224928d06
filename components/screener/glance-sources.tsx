import { say } from '../../core/i18n/say-glance.ts';
import { VENUE_NAMES } from '../../core/market/venue-id.ts';
import type { MarketGlance } from '../../core/report/market-glance.ts';
import type { PopupStore } from '../popup/popup-store.ts';
import { formatAge } from '../ui/format.ts';
import { useStore } from '../ui/use-store.ts';
import { historyText, keptHours } from './history.ts';

interface GlanceSourcesProps {
  readonly store: PopupStore;
  readonly glance: MarketGlance;
}

/** From whom the figures are, how old they are, and of how long a time. */
export function GlanceSources({ store, glance }: GlanceSourcesProps) {
  const nowMs = useStore(store, (state) => state.nowMs);
  const told = glance.venues.flatMap(({ at, ...one }) => (at === null ? [] : [{ ...one, at }]));
  const untold = glance.venues.filter(({ at }) => at === null);
  const silent = untold.filter(({ code }) => code === null).map(({ venue }) => venue);
  const notAllowed = untold.filter(({ code }) => code === 'permission').map(({ venue }) => venue);
  const failed = untold
    .filter(({ code }) => code !== null && code !== 'permission')
    .map(({ venue }) => venue);
  const oneByOne = told.filter(({ tellsOpenInterest }) => !tellsOpenInterest).map(({ venue }) => venue);
  const list = told.map(({ venue, at }) =>
    say('screener.from.venue', { venue: VENUE_NAMES[venue], age: formatAge(nowMs - at) }),
  );
  const history = told.length === 0 ? null : historyText(keptHours(glance, nowMs));
  return (
    <div class="secondary glance-sources">
      {list.length > 0 && <p>{say('screener.from', { list })}</p>}
      {silent.length > 0 && <p>{say('screener.silent', { venues: silent })}</p>}
      {failed.length > 0 && <p>{say('screener.failed', { venues: failed })}</p>}
      {notAllowed.length > 0 && <p>{say('screener.not-allowed', { venues: notAllowed })}</p>}
      {oneByOne.length > 0 && <p>{say('screener.one-by-one', { venues: oneByOne })}</p>}
      {history !== null && <p>{history}</p>}
    </div>
  );
}
