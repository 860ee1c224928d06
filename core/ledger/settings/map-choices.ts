import * as v from 'valibot';

import { DISTANCE_TIERS, MAP_KINDS, MAP_PERIODS } from '../../market/map-window.ts';
import { VENUE_IDS } from '../../market/venue-id.ts';
import { many } from '../fact-list.ts';
import { fields, one, type ValuesOf } from '../fact.ts';

/** A share of the cells, by rank. */
const rank = (fallback: number) => one(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), fallback);

const parts = {
  /** How the map is drawn in the panel. */
  form: one(v.picklist(['bands', 'heat']), 'bands'),
  map: one(v.picklist(MAP_KINDS), 'exposure'),
  /** What is bright: where most dollars stand, or where more stand than beside it. */
  bright: one(v.picklist(['dollars', 'outstanding']), 'dollars'),
  /** In the colours of the sides, or in one scale for both that every eye reads in its order. */
  scale: one(v.picklist(['sides', 'viridis']), 'sides'),
  /** Cells between these two ranks are drawn. */
  low: rank(0.25),
  high: rank(1),
  tiers: many(v.picklist(DISTANCE_TIERS), DISTANCE_TIERS.length, DISTANCE_TIERS),
  venue: one(v.picklist(['all', ...VENUE_IDS]), 'all'),
  /** The ladder that others draw stands under ours. */
  others: one(v.boolean(), false),
  period: one(v.picklist(MAP_PERIODS), 'day'),
};

/** How the map is looked at. */
export const mapChoices = fields(parts);

export type MapChoices = ValuesOf<typeof parts>;
