import * as v from 'valibot';

import { VENUE_IDS } from '../../market/venue-id.ts';
import { many } from '../fact-list.ts';
import { type ChangesOf, fields, one, type ValuesOf } from '../fact.ts';
import { venueId } from './venues.ts';

const parts = {
  /** Until the answer it is as if nobody were listened to whose page is not open. */
  isAnswered: one(v.boolean(), false),
  /** Venues that are listened to whatever page is open; before the answer, those that an earlier version listened to. */
  venues: many(venueId, VENUE_IDS.length, []),
  /** Whether the venue of an open page is listened to, which sees its own visitor anyway. */
  ownPages: one(v.boolean(), true),
};

/**
 * To whom a socket may be open. A handshake carries the venue's cookies and an origin that names the extension, which
 * no other request does, so it is the user's to choose.
 */
export const listening = fields(parts);

/** Until the user has answered: the venues of open pages alone. */
export const UNASKED_LISTENING = listening.fallback;

export type Listening = ValuesOf<typeof parts>;

export type ListeningChange = ChangesOf<typeof parts>;

/** Whether sockets were open before anyone was asked, and nobody has answered since. */
export const wereSocketsOpen = ({ isAnswered, venues }: Listening): boolean =>
  !isAnswered && venues.length > 0;
