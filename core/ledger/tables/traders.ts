import * as v from 'valibot';

import { finite } from '../../market/number-schemas.ts';
import type { PublicPosition } from '../../market/public-position.ts';
import { fieldsOf, like, listOf } from '../../market/schemas.ts';
import type { WaitingOrder } from '../../market/waiting-order.ts';
import { type RowOf, table } from './table.ts';

const position = like<PublicPosition>({
  atS: finite,
  side: v.picklist(['long', 'short']),
  sizeBase: finite,
  entryPrice: finite,
  liquidationPrice: v.nullable(finite),
});

const order = like<WaitingOrder>({
  kind: v.picklist(['stop', 'target']),
  side: v.picklist(['long', 'short']),
  price: finite,
  sizeBase: v.nullable(finite),
});

/**
 * An account that was seen trading a market: `traders` under `[market, venue, address]`. Nobody is remembered for more
 * than a day after they were last seen, and nothing of the address goes any further than to the venue it came from.
 */
export const traders = table({
  life: 'loadable',
  isOfSource: true,
  isRemembered: true,
  schema: fieldsOf({
    seenAtMs: finite,
    /** Null: not asked yet. */
    askedAtMs: v.nullable(finite),
    /** What the account held when asked; null for nothing. */
    position: v.nullable(position),
    /** Its orders in the market that wait, where they were asked for; `list` is null where they could not be read. */
    orders: v.optional(v.nullable(fieldsOf({ askedAtMs: finite, list: v.nullable(listOf(order)) })), null),
  }),
});

export type TraderRow = RowOf<typeof traders>;
