import * as v from 'valibot';

import { finite, notNegative } from '../market/number-schemas.ts';
import { type ChangesOf, type Fact, fields, one } from './fact.ts';

const FORMS = ['open', 'card', 'strip', 'dot', 'closed'] as const;

/** Where the panel stands on a site. Offsets in CSS px from the right and top edge of the window. */
export interface PanelPlace {
  readonly right: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly form: (typeof FORMS)[number];
  /** The same of the card, which stands where the panel does until it has a place of its own. */
  readonly cardRight?: number;
  readonly cardTop?: number;
  /** Whether bands stand on the page's own chart; true until they are switched off. */
  readonly chartBands?: boolean;
  /** Whether the heat map stands on it too; true until it is switched off. */
  readonly chartHeat?: boolean;
  /** Whether the page's order book gets marks, once they are wanted at all; true until they are switched off. */
  readonly bookMarks?: boolean;
}

/** A part that is not known is null, and never stored as that. */
const part = <Value>(schema: v.GenericSchema<unknown, Value>) => one<Value | null>(schema, null);

const PARTS = {
  right: part(finite),
  top: part(finite),
  width: part(notNegative),
  height: part(notNegative),
  form: part(v.picklist(FORMS)),
  cardRight: part(finite),
  cardTop: part(finite),
  chartBands: part(v.boolean()),
  chartHeat: part(v.boolean()),
  bookMarks: part(v.boolean()),
};

const parts = fields(PARTS);

const known = (value: object): Partial<PanelPlace> =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null));

export type PlaceChange = ChangesOf<typeof PARTS>;

/** `local:place:<site>`: as much of a place as is known; nothing until the panel was moved. */
export const place: Fact<Partial<PanelPlace>, PlaceChange> = {
  fallback: {},
  schema: parts.schema,
  restore: (stored) => known(parts.restore(stored)),
  change: (stored, change) => known(parts.change(stored, change) as object),
};
