import * as v from 'valibot';

import { finite } from './number-schemas.ts';

/** A figure of a message; null where it is not known. */
type Figure = string | number | null | readonly string[] | readonly number[] | readonly (readonly number[])[];

/** Figures of a message by their names in the table of messages. */
export type Figures = Readonly<Record<string, Figure>>;

/** As they may be stored. */
export const figures: v.GenericSchema<unknown, Figures> = v.record(
  v.string(),
  v.union([v.string(), finite, v.null(), v.array(v.string()), v.array(finite), v.array(v.array(finite))]),
);
