import * as v from 'valibot';

import { ASIDE_QUANTITIES } from '../../ledger/tables/aside.ts';
import { notNegative, positive } from '../../market/number-schemas.ts';
import { RefusedError } from '../../market/refusal.ts';
import { LATEST_S } from '../../market/time.ts';
import { VENUE_IDS } from '../../market/venue-id.ts';
import { mapHistoryFields } from '../map-history.ts';
import { fromOwn, fromPage, market } from './question.ts';

/** Markets that a view asks for by name, at most. */
const MOST_AT_ONCE = 100;

const epochS = v.pipe(v.number(), v.minValue(0), v.maxValue(LATEST_S));

/** What is known of markets beside their reports, and what was told of them that is not true. */
export const marketQuestions = {
  refresh: fromPage({ market }, async ({ market: id }, { service, poll }) => {
    if ((await service.watched()).includes(id)) poll(id);
  }),

  /** The map's past, a window of it; null where there is too much of it for one message, or too much was asked. */
  'map-history': fromPage(mapHistoryFields, (asked, { service }, from) => service.mapHistory(from, asked)),

  /** The levels of a market as each daily close of the last month had left them; null where the page has asked too often. */
  'past-levels': fromPage({ market }, ({ market: id }, { service }, from) => service.pastLevels(from, id)),

  /** The forced orders that were heard of a market in a time, epoch seconds. */
  'forced-orders': fromPage(
    { market, fromS: epochS, untilS: epochS },
    ({ market: id, ...span }, { service }) => service.heardOrders(id, span),
  ),

  /** The contract by which a market is traded, at the venue that the user chose where that lists it; null where none does. */
  'contract-of': fromOwn({ market }, ({ market: id }, { service }) => service.contractOf(id)),

  /**
   * All markets at a glance, or those of a list; null where it is what the view holds. Whoever asks looks at
   * them: what is due is asked for.
   */
  'look-around': fromOwn(
    {
      /** When the one that the view holds was made, epoch milliseconds; 0 for none. */
      held: notNegative,
      markets: v.nullable(v.pipe(v.array(market), v.maxLength(MOST_AT_ONCE), v.readonly())),
    },
    async (asked, { service, pollDue }) => {
      const glance = await service.lookAround(asked);
      pollDue();
      return glance;
    },
  ),

  /** What a venue told in a time was not true: it is asked for again, and counts no more. */
  'take-back': fromOwn(
    {
      venue: v.picklist(VENUE_IDS),
      fromMs: positive,
      untilMs: positive,
      quantity: v.exactOptional(v.picklist(ASIDE_QUANTITIES)),
    },
    async ({ venue, fromMs, untilMs, ...what }, { service, poll, nowMs }) => {
      if (!(fromMs < Math.min(untilMs, nowMs()))) throw new RefusedError('unreadable', { path: 'untilMs' });
      await service.takeBack({ venue, fromMs, untilMs, ...what });
      (await service.watched()).forEach(poll);
    },
  ),
};
