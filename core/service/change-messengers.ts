import * as v from 'valibot';

import { type Channels, type ChannelsChange, NO_OUTCOME } from '../ledger/messengers.ts';
import { MESSENGERS, type MessengerId, type WrittenAddress } from '../messengers/registry.ts';

/** An address as the user wrote it, of its messenger. */
export const writtenAddress = v.variant('messenger', [
  v.object({ messenger: v.literal('telegram'), address: MESSENGERS.telegram.address }),
  v.object({ messenger: v.literal('discord'), address: MESSENGERS.discord.address }),
]);

/** What is written to an address that has just been given; figures of the user's own are not. */
export const newChannel = ({ messenger, address }: WrittenAddress): ChannelsChange => ({
  [messenger]: { address, hasOwnFigures: false, ...NO_OUTCOME },
});

export function allowOwnFigures(channels: Channels, id: MessengerId, wanted: boolean): ChannelsChange | null {
  const channel = channels[id];
  return channel === null ? null : { [id]: { ...channel, hasOwnFigures: wanted } };
}
