import type { Faults } from '../faults/faults.ts';
import type { Market } from '../market/market.ts';
import type { VenueApi } from '../venues/venue-api.ts';
import type { Inbox } from '../messengers/inbox.ts';
import type { RequestLog } from './request-log.ts';

/** What the server's parts share. */
export interface Exchange {
  readonly market: Market;
  /** By which hosts date their answers, epoch milliseconds. */
  readonly hostClock: () => number;
  /** From one question of a trading page for its figures to the next. */
  readonly pagePeriodMs: number;
  readonly faults: Faults;
  readonly requests: RequestLog;
  /** What messengers were given to show. */
  readonly inbox: Inbox;
  readonly venues: readonly VenueApi[];
}
