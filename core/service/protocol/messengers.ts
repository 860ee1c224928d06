import * as v from 'valibot';

import { NO_OUTCOME } from '../../ledger/messengers.ts';
import { MESSENGER_IDS, MESSENGERS } from '../../messengers/registry.ts';
import { fromOwn } from './question.ts';

const messenger = v.picklist(MESSENGER_IDS);

/** An address as the user wrote it, of its messenger. */
const writtenAddress = v.variant('messenger', [
  v.object({ messenger: v.literal('telegram'), address: MESSENGERS.telegram.address }),
  v.object({ messenger: v.literal('discord'), address: MESSENGERS.discord.address }),
]);

/** Messengers of the user's own. */
export const messengerQuestions = {
  /**
   * An address of the user's own takes the place of what was there; figures of theirs are not written to it until they say so.
   * No answer tells a secret.
   */
  'put-messenger': fromOwn({ written: writtenAddress }, async ({ written }, { messengers }) => {
    const { messenger: to, address } = written;
    await messengers.change(() => ({ [to]: { address, hasOwnFigures: false, ...NO_OUTCOME } }));
  }),

  'own-figures': fromOwn(
    { messenger, wanted: v.boolean() },
    async ({ messenger: id, wanted }, { messengers }) => {
      await messengers.change(({ [id]: channel }) =>
        channel === null ? null : { [id]: { ...channel, hasOwnFigures: wanted } },
      );
    },
  ),

  'remove-messenger': fromOwn({ messenger }, async ({ messenger: id }, { messengers }) => {
    await messengers.change(() => ({ [id]: null }));
  }),

  /** Sends a test; one that does not arrive is refused. */
  'try-messenger': fromOwn({ messenger }, ({ messenger: id }, { service }) => service.tryMessenger(id)),
};
