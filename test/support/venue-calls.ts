import type { Instrument } from '../../core/market/instrument.ts';
import type { TimeRange, Venue, VenueCall } from '../../core/venues/venue.ts';

/** A call of a venue with the member of {@link Venue} that it comes from. */
export interface NamedCall {
  readonly kind: string;
  readonly call: VenueCall<unknown>;
}

/** 2026-01-11T00:00:00Z and a day later, both within every history. */
export const DAY: TimeRange = { fromS: 1_768_089_600, untilS: 1_768_176_000 };

/** One call of every kind that the venue offers. */
export function callsOf(venue: Venue, instrument: Instrument, range: TimeRange = DAY): readonly NamedCall[] {
  const calls: readonly (readonly [string, VenueCall<unknown> | undefined])[] = [
    ['instruments', venue.instruments()],
    ['candles', venue.candles('5m').page(instrument, range)],
    ['candles', venue.candles('1h').page(instrument, range)],
    ['candles', venue.candles('1d').page(instrument, range)],
    ['takerVolume', venue.takerVolume?.page(instrument, range)],
    ['openInterestHistory', venue.openInterestHistory?.page(instrument, range)],
    ...venue.ticker(instrument).map((call) => ['ticker', call] as const),
    ['accountRatio', venue.accountRatio?.(instrument)],
    ['depth', venue.depth(instrument)],
    ['tiers', venue.tiers?.(instrument)],
    ['recentForcedOrders', venue.recentForcedOrders?.(instrument, range)],
    ['publicPositions', venue.publicPositions?.traders(instrument)],
    ['publicPositions', venue.publicPositions?.position(instrument, `0x${'1a'.repeat(20)}`)],
  ];
  return calls.flatMap(([kind, call]) => (call === undefined ? [] : [{ kind, call }]));
}
