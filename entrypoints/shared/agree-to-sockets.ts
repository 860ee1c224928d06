import { browser } from 'wxt/browser';

import { SOCKET_DATA } from '../../core/io/consent-data.ts';
import type { ListeningChange } from '../../core/ledger/settings/listening.ts';

/**
 * What holds after the user chose `change`. Firefox asks in its own words before data that could identify someone may
 * leave; a no there shuts every venue but those of open pages. Called in the click itself, which the browser demands.
 */
export async function agreeToSockets(change: ListeningChange): Promise<ListeningChange> {
  const { venues = {} } = change;
  const opened = 'length' in venues ? venues : (venues.add ?? []);
  if (SOCKET_DATA === null || opened.length === 0) return change;
  const isAgreed = await browser.permissions.request(SOCKET_DATA);
  return isAgreed ? change : { ...change, venues: [] };
}
