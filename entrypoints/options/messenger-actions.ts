import { browser } from 'wxt/browser';

import { MESSENGER_DATA, OWN_FIGURES_DATA } from '../../core/io/consent-data.ts';
import type { Refusal } from '../../core/market/refusal.ts';
import { MESSENGERS, type MessengerId, type WrittenAddress } from '../../core/messengers/registry.ts';
import type { Reply } from '../../core/service/protocol/list.ts';
import { askWorker } from '../shared/ask-worker.ts';
import type { useGranted } from '../shared/use-granted.ts';

export type Turn = ReturnType<typeof useGranted>['turn'];

/** Asks for a messenger's host. Called in the click itself, which browsers demand. */
export const allowMessenger = (turn: Turn, id: MessengerId): Promise<boolean> =>
  turn({ origins: [MESSENGERS[id].origin], ...MESSENGER_DATA }, true);

/** Why a change could not be stored; null where it could. */
type Refused = Promise<Refusal | null>;

const refusalOf = (reply: Reply<unknown>): Refusal | null => (reply.ok ? null : reply.refusal);

/** An address is kept also where its host is refused: what is missing is said beside it. */
export async function putMessenger(turn: Turn, written: WrittenAddress): Refused {
  await allowMessenger(turn, written.messenger);
  return refusalOf(await askWorker<'put-messenger'>({ kind: 'put-messenger', written }));
}

/** One that is still kept keeps its host. */
export async function removeMessenger(turn: Turn, messenger: MessengerId): Refused {
  const reply = await askWorker<'remove-messenger'>({ kind: 'remove-messenger', messenger });
  if (reply.ok) await turn({ origins: [MESSENGERS[messenger].origin] }, false);
  return refusalOf(reply);
}

/** Firefox asks in its own words before figures of the user's own may leave; a no there leaves the box empty. */
export async function chooseOwnFigures(messenger: MessengerId, wanted: boolean): Refused {
  const isAgreed =
    !wanted || OWN_FIGURES_DATA === null || (await browser.permissions.request(OWN_FIGURES_DATA));
  if (!isAgreed) return null;
  return refusalOf(await askWorker<'own-figures'>({ kind: 'own-figures', messenger, wanted }));
}

/** Whether a test arrived. */
export const tryMessenger = async (messenger: MessengerId): Promise<boolean> =>
  (await askWorker<'try-messenger'>({ kind: 'try-messenger', messenger })).ok;
