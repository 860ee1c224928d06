import type { Bars } from '../../core/market/bars.ts';
import type { ForcedOrder } from '../../core/market/forced-order.ts';
import type { VenueId } from '../../core/market/venue-id.ts';
import type { Happened } from '../../core/report/forecast/observe-outcomes.ts';
import { seededRandom } from '../support/build-bars.ts';

/** Venues and their parts of the open interest; the last one is not listened to. */
const VENUES: readonly (readonly [VenueId, number])[] = [
  ['binance', 0.4],
  ['bybit', 0.25],
  ['okx', 0.12],
  ['bitget', 0.1],
  ['gate', 0.08],
  ['hyperliquid', 0.05],
];
/** Times that a connection is lost in a month, each for a thirtieth of what lies between. */
const GAPS = 200;

/** `bars` as six venues show them, five of which were listened to with gaps while `orderCount` orders were forced. */
export function busyMarket(bars: Bars, orderCount: number): Happened {
  const fromMs = (bars.openTimeS[0] ?? 0) * 1000;
  const lengthMs = bars.openTimeS.length * bars.intervalS * 1000;
  const stretches = Array.from({ length: GAPS }, (_, gap) => ({
    fromMs: fromMs + (gap / GAPS) * lengthMs,
    untilMs: fromMs + ((gap + 0.97) / GAPS) * lengthMs,
  }));
  return {
    bars,
    series: VENUES.map(([venue, share]) => ({
      venue,
      bars: { ...bars, openInterestBase: bars.openInterestBase.map((base) => base * share) },
    })),
    heard: Object.fromEntries(VENUES.slice(0, -1).map(([venue]) => [venue, { stretches, revision: 0 }])),
    margins: new Map(),
    orders: forcedOrders(bars, orderCount),
  };
}

/** Forced orders over all bars, or all in bar `only`, ascending in time. */
export function forcedOrders(bars: Bars, count: number, only: number | null = null): readonly ForcedOrder[] {
  const random = seededRandom(7);
  return Array.from({ length: count }, (_, index) => {
    const place = only === null ? (index / count) * bars.openTimeS.length : only + index / count;
    const row = Math.floor(place);
    const low = bars.low[row] ?? 1;
    const price = low + random() * ((bars.high[row] ?? 1) - low);
    const quantityBase = 0.001 + random();
    return {
      atMs: 1000 * ((bars.openTimeS[row] ?? 0) + (place - row) * bars.intervalS),
      venue: VENUES[Math.floor(random() * (VENUES.length - 1))]?.[0] ?? 'bybit',
      base: 'BTC',
      side: random() < 0.5 ? ('long' as const) : ('short' as const),
      orderPrice: price,
      filledPrice: null,
      quantityBase,
      notionalUsd: price * quantityBase,
    };
  });
}
