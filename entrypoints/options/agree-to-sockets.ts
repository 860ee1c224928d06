import { browser } from 'wxt/browser';

import { SOCKET_DATA } from '../../core/io/socket-data.ts';
import type { Listening } from '../../core/ledger/stored.ts';

/**
 * What holds after the user chose `listening`. Firefox asks in its own words before data that could identify someone may
 * leave; a no there shuts every venue but those of open pages. Called in the click itself, which the browser demands.
 */
export async function agreeToSockets(listening: Listening): Promise<Listening> {
  if (SOCKET_DATA === null || listening.venues.length === 0) return listening;
  const isAgreed = await browser.permissions.request(SOCKET_DATA);
  return isAgreed ? listening : { ...listening, venues: [] };
}
