import { finite } from '../market/number-schemas.ts';
import { type Fact, one } from './fact.ts';
import { fieldsOf } from '../market/schemas.ts';

/** What was measured of the device's clock. */
export interface ClockOffset {
  /** Venues' time less the device's, milliseconds: positive where the device is slow. */
  readonly offsetMs: number;
}

/** `local:clock`: a right one until something was measured. */
export const clockOffset: Fact<ClockOffset> = one(fieldsOf({ offsetMs: finite }), { offsetMs: 0 });
