import { browser } from 'wxt/browser';

import { MESSENGER_DATA_KINDS, OWN_FIGURES_DATA_KINDS } from '../messengers/registry.ts';
import { ACCOUNT_DATA_KINDS, SOCKET_DATA_KINDS } from '../venues/origins.ts';

const consentTo = (kinds: readonly string[]) =>
  import.meta.env.FIREFOX
    ? ({ data_collection: [...kinds] } as Parameters<typeof browser.permissions.request>[0])
    : null;

/** Firefox's own consent for what a socket's handshake carries; null where the browser has no such consent. */
export const SOCKET_DATA = consentTo(SOCKET_DATA_KINDS);

/** The same for the address of an account. */
export const ACCOUNT_DATA = consentTo(ACCOUNT_DATA_KINDS);

/** The same for what goes to a messenger, and for figures of the user's own there. */
export const MESSENGER_DATA = consentTo(MESSENGER_DATA_KINDS);
export const OWN_FIGURES_DATA = consentTo(OWN_FIGURES_DATA_KINDS);

const isGiven = async (consent: typeof SOCKET_DATA): Promise<boolean> =>
  consent === null || browser.permissions.contains(consent);

/** Whether an address may be told to its venue. */
export const mayTellAddresses = (): Promise<boolean> => isGiven(ACCOUNT_DATA);

/** Whether a messenger may be given the token that admits to it. */
export const mayTellMessengers = (): Promise<boolean> => isGiven(MESSENGER_DATA);

/** Whether figures of the user's own may go to a messenger. */
export const mayTellOwnFigures = (): Promise<boolean> => isGiven(OWN_FIGURES_DATA);
