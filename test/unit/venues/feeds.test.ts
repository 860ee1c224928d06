import { describe, expect, test } from 'vitest';
import { FORCED_ORDER_FEEDS, forcedOrderFeed, isCompleteFeed } from '../../../core/market/feeds.ts';
import { VENUE_IDS, type VenueId } from '../../../core/market/venue-id.ts';
import type { ForcedOrder } from '../../../core/market/forced-order.ts';
import type { ForcedOrderList } from '../../../core/venues/venue.ts';
import { INSTALLED_VENUES } from '../../../core/venues/origins.ts';
import { VENUES } from '../../../core/venues/registry.ts';
import { ANSWERED, ANSWERED_AT_MS, ANSWERS, FRAMES } from '../../support/venue-answers.ts';
import { callsOf } from '../../support/venue-calls.ts';

/** The forced orders in the well-formed answers and frames of a venue. */
function ordersOf(id: VenueId): readonly ForcedOrder[] {
  const instruments = [ANSWERED[id]];
  const stream = VENUES[id].forcedOrderStream?.(instruments);
  const streamed = stream?.parse(JSON.stringify(FRAMES[id]), instruments, ANSWERED_AT_MS) ?? [];
  const listed = callsOf(VENUES[id], ANSWERED[id]).flatMap(({ kind, call }, index) =>
    kind === 'recentForcedOrders'
      ? (call.parse(ANSWERS[id][index], ANSWERED_AT_MS) as ForcedOrderList).orders
      : [],
  );
  return [...streamed, ...listed];
}

describe('what is known of forced orders', () => {
  test('tells the feeds that show every one from those that show one a second', () => {
    expect(VENUE_IDS.filter(isCompleteFeed)).toEqual(['bybit', 'gate', 'hyperliquid']);
  });

  test('is least of a venue that is only recorded', () => {
    expect(forcedOrderFeed('pacifica')).toMatchObject({ completeness: 'sampled', price: 'order' });
    expect(forcedOrderFeed('toString')).toBe(forcedOrderFeed('pacifica'));
  });

  test.each(VENUE_IDS)('of %s names who says so', (venue) => {
    expect(FORCED_ORDER_FEEDS[venue].source).toMatch(/https:\/\/\S+$/);
  });

  test.each(VENUE_IDS.filter((id) => ordersOf(id).length > 0))(
    'calls the price of %s a fill if and only if its parsers do',
    (id) => {
      const isFill = forcedOrderFeed(id).price === 'fill';
      expect(ordersOf(id).map(({ filledPrice }) => filledPrice !== null)).toEqual(
        ordersOf(id).map(() => isFill),
      );
    },
  );

  test('of the venues that are polled at first shares out no more than the whole open interest', () => {
    const shares = INSTALLED_VENUES.map((venue) => FORCED_ORDER_FEEDS[venue].assumedShare);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });
});
