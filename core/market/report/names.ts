import * as v from 'valibot';

import { ASSET_CLASSES } from '../asset-class.ts';
import { VENUE_IDS } from '../venue-id.ts';

/** A venue that is polled. */
export const venueId = v.picklist(VENUE_IDS);

/** What stands under the contract. */
export const assetClass = v.picklist(ASSET_CLASSES);

/** Of a position. */
export const side = v.picklist(['long', 'short']);

/** How a source is. */
export const sourceState = v.picklist(['ok', 'stale', 'failed']);

/** Why a source is not `ok`; `blocked`: turned away by what guards the host, for the region or the address. */
export const sourceFailure = v.picklist([
  'network',
  'timeout',
  'http',
  'rate-limited',
  'region',
  'blocked',
  'schema',
  'permission',
  'not-listed',
  'glitch',
  'set-aside',
]);
export type SourceFailure = v.InferOutput<typeof sourceFailure>;
