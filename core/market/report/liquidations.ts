import * as v from 'valibot';

import { finite } from '../number-schemas.ts';
import { fieldsOf, listOf } from '../schemas.ts';
import { venueId } from './names.ts';

const heardUsd = {
  longUsd: finite,
  shortUsd: finite,
  /** A venue was not heard all the time, or tells not all of its orders. */
  isLowerBound: v.boolean(),
};

/** Dollars of forced orders that were heard, by side of the positions that were closed. */
export const liquidations = fieldsOf({
  ...heardUsd,
  /** Of each venue that was heard; absent in reports of earlier versions. */
  perVenue: v.exactOptional(listOf(fieldsOf({ venue: venueId, ...heardUsd }))),
});
export type LiquidationsReport = v.InferOutput<typeof liquidations>;

/** How a venue's forced orders come to be known: pushed, asked for every few minutes, or not at all. */
export const listeningStatus = fieldsOf({
  venue: venueId,
  by: v.nullable(v.picklist(['socket', 'request'])),
});
export type ListeningStatus = v.InferOutput<typeof listeningStatus>;
