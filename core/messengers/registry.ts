import type { HttpRequest } from '../market/http-request.ts';
import { discord, type DiscordAddress } from './discord.ts';
import type { Messenger } from './messenger.ts';
import { telegram, type TelegramAddress } from './telegram.ts';

/** What each needs to know to write to the user. */
interface Addresses {
  readonly telegram: TelegramAddress;
  readonly discord: DiscordAddress;
}

export type MessengerId = keyof Addresses;

export type AddressOf<Id extends MessengerId> = Addresses[Id];

/** Every messenger that a warning can be sent by. */
export const MESSENGERS: { readonly [Id in MessengerId]: Messenger<Addresses[Id]> } = { telegram, discord };

/** An address with the messenger that it is of. */
export type WrittenAddress = {
  readonly [Id in MessengerId]: { readonly messenger: Id; readonly address: AddressOf<Id> };
}[MessengerId];

export const MESSENGER_IDS = Object.keys(MESSENGERS) as readonly MessengerId[];

export const hostOf = (id: MessengerId): string =>
  MESSENGERS[id].origin.slice('https://'.length, -'/*'.length);

/** Hosts that are asked for with the click that gives an address there. */
export const MESSENGER_ORIGINS: readonly string[] = MESSENGER_IDS.map((id) => MESSENGERS[id].origin);

/**
 * What leaves the device to a messenger, in Firefox's terms: the token that admits to the user's own bot or channel, and,
 * where the user ticks them, figures of what they hold.
 */
export const MESSENGER_DATA_KINDS = ['authenticationInfo'] as const;
export const OWN_FIGURES_DATA_KINDS = ['financialAndPaymentInfo'] as const;

/** @param address one of that messenger */
export const messageRequest = <Id extends MessengerId>(
  id: Id,
  address: AddressOf<Id>,
  text: string,
): HttpRequest => MESSENGERS[id].request(address, text);
