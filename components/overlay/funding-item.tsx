import { say } from '../../core/i18n/say.ts';
import type { PositioningReport } from '../../core/market/market-report.ts';
import { MINUTE_MS } from '../../core/market/time.ts';
import { VENUE_NAMES } from '../../core/market/venue-id.ts';
import { formatAge, formatClock, formatPercent } from '../ui/format.ts';
import { useStore } from '../ui/use-store.ts';
import type { PanelStore } from './panel-store.ts';

interface FundingItemProps {
  readonly store: PanelStore;
  readonly positioning: PositioningReport;
  /** How long ago the rates were read, milliseconds. */
  readonly ageMs: number;
}

/** A payment that was due so long ago is not counted down any more: the venue has not said when the next is. */
const LATE_MS = MINUTE_MS;

const rateText = (rate: number): string => formatPercent(rate, 4, true);

/** What longs pay, and the time until the page's venue, or else the next one, settles it. */
export function FundingItem({ store, positioning, ageMs }: FundingItemProps) {
  const { fundingRate8h, perVenue, nextFundingAt } = positioning;
  const own = useStore(store, ({ market }) => perVenue.find(({ venue }) => venue === market?.venue));
  const nextAt = own?.nextFundingAt ?? nextFundingAt;
  const clock = useStore(store, ({ nowMs }) =>
    nextAt === null || nextAt < nowMs - LATE_MS ? null : formatClock(nextAt - nowMs),
  );
  if (fundingRate8h === null) return null;
  const rate = rateText(fundingRate8h);
  const venues = perVenue.flatMap(({ venue, fundingRate8h: told, fundingIntervalHours: hours }) => {
    if (told === null) return [];
    const text = `${VENUE_NAMES[venue]} ${rateText(told)}`;
    return [hours === undefined ? text : say('funding.venue', { rate: text, hours })];
  });
  return (
    <div title={[say('funding.about', { age: formatAge(ageMs) }), ...venues].join('\n')}>
      <dt>{say('funding')}</dt>
      <dd>{clock === null ? rate : say('funding.clock', { rate, clock })}</dd>
    </div>
  );
}
