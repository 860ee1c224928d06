import * as v from 'valibot';

import {
  type Channels,
  type ChannelsChange,
  NO_OUTCOME,
  shownChannels,
  type ShownChannels,
} from '../../ledger/messengers.ts';
import { MESSENGER_IDS, MESSENGERS } from '../../messengers/registry.ts';
import type { Household } from './household.ts';
import { fromOwn } from './question.ts';

const messenger = v.picklist(MESSENGER_IDS);

/** An address as the user wrote it, of its messenger. */
const writtenAddress = v.variant('messenger', [
  v.object({ messenger: v.literal('telegram'), address: MESSENGERS.telegram.address }),
  v.object({ messenger: v.literal('discord'), address: MESSENGERS.discord.address }),
]);

/** What is kept after a change, as views are told of it. */
const changed = async (
  { messengers }: Household,
  change: (channels: Channels) => ChannelsChange | null,
): Promise<ShownChannels> => shownChannels(await messengers.change(change));

/** Messengers of the user's own. Answers tell what is kept then, and no secret. */
export const messengerQuestions = {
  /**
   * An address of the user's own takes the place of what was there; figures of theirs are not written to it until they say so.
   */
  'put-messenger': fromOwn(
    { written: writtenAddress },
    ({ written: { messenger: to, address } }, household) =>
      changed(household, () => ({ [to]: { address, hasOwnFigures: false, ...NO_OUTCOME } })),
  ),

  'own-figures': fromOwn({ messenger, wanted: v.boolean() }, ({ messenger: id, wanted }, household) =>
    changed(household, ({ [id]: channel }) =>
      channel === null ? null : { [id]: { ...channel, hasOwnFigures: wanted } },
    ),
  ),

  'remove-messenger': fromOwn({ messenger }, ({ messenger: id }, household) =>
    changed(household, () => ({ [id]: null })),
  ),

  /** Sends a test; one that does not arrive is refused. */
  'try-messenger': fromOwn({ messenger }, ({ messenger: id }, { service }) => service.tryMessenger(id)),
};
