import * as v from 'valibot';

import { finite } from '../number-schemas.ts';
import { fieldsOf, listOf } from '../schemas.ts';
import { venueId } from './names.ts';

/** Open interest of a past time for which not every venue has figures. */
const openInterestEstimate = fieldsOf({
  /** Where it may lie: by the venue whose share has grown the most since, and the least. */
  lowUsd: finite,
  highUsd: finite,
  /** Venues that tell that time, and those for which their share of today stands. */
  told: listOf(venueId),
  scaled: listOf(venueId),
});

/** The last year in steps. */
const openInterestYear = fieldsOf({
  /** Beginning of the first step. */
  fromAt: finite,
  stepMs: finite,
  /** The highest of each step; null where too little of the market is known. */
  usd: listOf(v.nullable(finite)),
  /** USD a coin at the end of each step. */
  price: listOf(v.nullable(finite)),
  /** Some of it goes by today's shares of venues. */
  isEstimate: v.boolean(),
});
export type OpenInterestYear = v.InferOutput<typeof openInterestYear>;

/** Open interest of all venues, one side, against its past. */
export const openInterest = fieldsOf({
  base: v.nullable(finite),
  usd: v.nullable(finite),
  peakUsd: v.nullable(finite),
  peakAt: v.nullable(finite),
  /** 1 - usd / peakUsd. */
  drawdown: v.nullable(finite),
  /** The first time of which anything is known; absent in reports of earlier versions. */
  knownSince: v.exactOptional(finite),
  /** Absent where the peak was seen, or every venue tells it. */
  peakEstimate: v.exactOptional(openInterestEstimate),
  /** Absent where less is known. */
  year: v.exactOptional(openInterestYear),
  /** Coins now by those of a day before, less 1; null where the bars do not reach so far. */
  dayChange: v.nullable(finite),
  /** Coins at each hour of that day, the last now, null where unknown; absent where hardly any is. */
  dayBase: v.exactOptional(listOf(v.nullable(finite))),
  perVenue: listOf(
    fieldsOf({
      venue: venueId,
      base: finite,
      usd: finite,
      at: finite,
      /** Told so long ago that it is the last that is known, not the present. */
      held: v.boolean(),
    }),
  ),
});
export type OpenInterestReport = v.InferOutput<typeof openInterest>;
