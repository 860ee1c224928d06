import type { Instrument } from '../market/instrument.ts';
import { INTERVAL_S } from '../venues/shared/candles.ts';
import type { Venue, VenueCall } from '../venues/venue.ts';
import type { CandleInterval, TimeRange } from '../market/time-range.ts';

/** A call of a venue with the member of {@link Venue} that it comes from. */
export interface NamedCall {
  readonly kind: string;
  readonly call: VenueCall<unknown>;
}

const INTERVALS: readonly CandleInterval[] = ['5m', '1h', '1d'];

/** An address that nobody trades from. */
const NOBODY = `0x${'1a'.repeat(20)}`;

/**
 * One call of every kind that the venue offers, the list of instruments first.
 * @param rangeOf the span to ask for of a series with that many seconds a row
 */
export function everyCall(
  venue: Venue,
  instrument: Instrument,
  rangeOf: (intervalS: number) => TimeRange,
): readonly NamedCall[] {
  const range = rangeOf(INTERVAL_S['5m']);
  const calls: readonly (readonly [string, VenueCall<unknown> | undefined])[] = [
    ['instruments', venue.instruments()],
    ...INTERVALS.map(
      (interval) =>
        ['candles', venue.candles(interval).page(instrument, rangeOf(INTERVAL_S[interval]))] as const,
    ),
    ['openInterestHistory', venue.openInterestHistory?.page(instrument, range)],
    ['dailyOpenInterest', venue.dailyOpenInterest?.page(instrument, rangeOf(INTERVAL_S['1d']))],
    ['archivedOpenInterest', venue.archivedOpenInterest?.page(instrument, rangeOf(INTERVAL_S['1d']))],
    ...venue.ticker(instrument).map((call) => ['ticker', call] as const),
    ['accountRatio', venue.accountRatio?.(instrument)],
    ['depth', venue.depth(instrument)],
    ['tiers', venue.tiers?.(instrument)],
    ['recentForcedOrders', venue.recentForcedOrders?.(instrument, range)],
    ['publicPositions', venue.publicPositions?.traders(instrument)],
    ['publicPositions', venue.publicPositions?.position(instrument, NOBODY)],
    ['publicPositions', venue.publicPositions?.waitingOrders(instrument, NOBODY)],
    ...accountCalls(venue).map((call) => ['publicPositions', call] as const),
    ...venue.tickers([instrument]).map((call) => ['tickers', call] as const),
  ];
  return calls.flatMap(([kind, call]) => (call === undefined ? [] : [{ kind, call }]));
}

/** What is asked of an account whose address the user gives. */
function accountCalls({ publicPositions }: Venue): readonly VenueCall<unknown>[] {
  if (publicPositions === null) return [];
  const { builders, book, exits, role, isApart } = publicPositions.account;
  return [builders(), book(NOBODY, null), exits(NOBODY, null), role(NOBODY), isApart(NOBODY)];
}
