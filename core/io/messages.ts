import { messageWords, testWords } from '../i18n/message-words.ts';
import type { HttpPort, MessagePort } from '../ledger/ports.ts';
import { assetOfMarket, assetText } from '../market/asset.ts';
import { PermissionError } from '../market/errors.ts';
import { messageNumber } from '../messengers/message-number.ts';
import { type AddressOf, hostOf, messageRequest, type MessengerId } from '../messengers/registry.ts';
import { mayTellMessengers } from './consent-data.ts';

/**
 * Messages to addresses of the user's own, over `http`. Nothing of an address stands in an error.
 * @param mayTell whether the browser's user agrees to a token leaving
 */
export const createMessages = (
  http: Pick<HttpPort, 'fetchJson'>,
  mayTell: () => Promise<boolean> = mayTellMessengers,
): MessagePort => ({
  send: async (to, { address }, message) => {
    if (!(await mayTell())) throw new PermissionError(`no consent to write to ${hostOf(to)}`);
    const text =
      message === null
        ? testWords()
        : messageWords(
            assetText(assetOfMarket(message.market)),
            message.warning,
            messageNumber(message.warning.id),
          );
    // What is stored under a messenger's name has been read as an address of it.
    await http.fetchJson(messageRequest(to, address as AddressOf<MessengerId> as never, text));
  },
});
