import { everyCall, type NamedCall } from '../../core/headless/every-call.ts';
import type { Instrument } from '../../core/market/instrument.ts';
import type { Venue } from '../../core/venues/venue.ts';
import type { TimeRange } from '../../core/market/time-range.ts';

/** 2026-01-11T00:00:00Z and a day later, both within every history. */
export const DAY: TimeRange = { fromS: 1_768_089_600, untilS: 1_768_176_000 };

/** One call of every kind that the venue offers, each for the same span. */
export const callsOf = (venue: Venue, instrument: Instrument, range: TimeRange = DAY): readonly NamedCall[] =>
  everyCall(venue, instrument, () => range);
