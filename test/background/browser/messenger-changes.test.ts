import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { messengersItem } from '../../../core/io/user-items.ts';
import { NO_OUTCOME } from '../../../core/ledger/messengers.ts';
import type { WrittenAddress } from '../../../core/messengers/registry.ts';
import { answerMessage } from '../../../core/service/protocol/answer-message.ts';
import type { Household } from '../../../core/service/protocol/household.ts';
import {
  chooseOwnFigures,
  putMessenger,
  removeMessenger,
} from '../../../entrypoints/options/messenger-actions.ts';

const TOKEN = '123456789:AAH-dqTcvCH1vGWJxfSeofSAs0K5PALDsaw';
const WRITTEN: WrittenAddress = { messenger: 'telegram', address: { token: TOKEN, chat: '42' } };
const NO_ROOM = { ok: false, refusal: { code: 'no-room', figures: {} } };

beforeEach(() => fakeBrowser.reset());

const ask = (message: object) =>
  answerMessage(message, { isOwn: true, page: 'options' }, { messengers: messengersItem } as Household);

const shown = (hasOwnFigures: boolean) => ({
  ok: true,
  value: { telegram: { hint: 'Dsaw', hasOwnFigures, ...NO_OUTCOME }, discord: null },
});

const refuseToStore = () =>
  vi.spyOn(browser.storage.local, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));

describe('a change of messengers', () => {
  test('is answered with what is kept then, without its secret', async () => {
    expect(await ask({ kind: 'put-messenger', written: WRITTEN })).toEqual(shown(false));
    expect(await ask({ kind: 'own-figures', messenger: 'telegram', wanted: true })).toEqual(shown(true));
    expect(await ask({ kind: 'remove-messenger', messenger: 'telegram' })).toEqual({
      ok: true,
      value: { telegram: null, discord: null },
    });
  });

  test('for which there is no room is refused', async () => {
    refuseToStore();

    expect(await ask({ kind: 'put-messenger', written: WRITTEN })).toEqual(NO_ROOM);
  });
});

describe('the options', () => {
  const turn = vi.fn<Parameters<typeof putMessenger>[0]>();

  beforeEach(() => {
    turn.mockResolvedValue(true);
  });

  const answers = (answer: object) =>
    vi.spyOn(browser.runtime, 'sendMessage').mockResolvedValue(answer as never);

  const changes = [
    ['an address', () => putMessenger(turn, WRITTEN)],
    ['a choice of own figures', () => chooseOwnFigures('telegram', false)],
    ['a removal', () => removeMessenger(turn, 'telegram')],
  ] as const;

  test.each(changes)(
    'are told why %s could not be stored, and nothing where it was',
    async (_what, change) => {
      answers(NO_ROOM);
      expect(await change()).toEqual(NO_ROOM.refusal);

      answers(shown(true));
      expect(await change()).toBeNull();
    },
  );

  test('keep the host of a messenger that could not be removed', async () => {
    answers(NO_ROOM);
    await removeMessenger(turn, 'telegram');
    expect(turn).not.toHaveBeenCalled();

    answers(shown(true));
    await removeMessenger(turn, 'telegram');
    expect(turn).toHaveBeenCalledWith({ origins: ['https://api.telegram.org/*'] }, false);
  });
});
