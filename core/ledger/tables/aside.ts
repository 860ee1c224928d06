import * as v from 'valibot';

import type { AsideSpan } from '../../engine/index.ts';
import { finite } from '../../market/number-schemas.ts';
import type { VenueId } from '../../market/venue-id.ts';
import { byName, fieldsOf, like, listOf, word } from '../../market/schemas.ts';
import { type RowOf, table } from './table.ts';

const span = like<AsideSpan>({
  venue: word(),
  quantity: word(),
  fromS: finite,
  untilS: finite,
  isOpen: v.boolean(),
});

/** What of a venue may not be true. */
export const ASIDE_QUANTITIES = ['price', 'open-interest', 'volume', 'funding', 'forced-orders'] as const;

export type AsideQuantity = (typeof ASIDE_QUANTITIES)[number];

/** Bars that open in `[fromS, untilS)`. */
const missingBars = fieldsOf({ venue: word<VenueId>(), fromS: finite, untilS: finite });

export type MissingBars = v.InferOutput<typeof missingBars>;

/** A stretch in which a venue's figures were not believed, or should not have been. */
const entry = fieldsOf({
  venue: word<VenueId>(),
  quantity: word<AsideQuantity>(),
  fromMs: finite,
  /** Last seen. */
  untilMs: finite,
  /** Until then nobody knew. */
  foundMs: finite,
});

export type AsideEntry = v.InferOutput<typeof entry>;

/** What contradicts and what is remembered to decide it: `aside` under `[market]`. */
export const aside = table({
  life: 'record',
  isRemembered: true,
  schema: fieldsOf({
    /** Stretches of stored bars that are not believed now, and are asked for again. */
    spans: listOf(span),
    /** Bars that a venue left out or told in an impossible form; they are asked for again too. Not looked for at first. */
    missing: v.optional(listOf(missingBars), []),
    /** Ascending in time of being found. */
    log: listOf(entry),
    /** Funding in eight hours that was believed last, by venue, and when. */
    funding: byName(finite) as v.GenericSchema<unknown, Readonly<Partial<Record<VenueId, number>>>>,
    fundingAtMs: finite,
  }),
});

export type AsideRow = RowOf<typeof aside>;
