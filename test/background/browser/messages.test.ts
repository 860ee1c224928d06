import { describe, expect, test } from 'vitest';

import '../../../core/i18n/speak-english.ts';
import { createMessages } from '../../../core/io/messages.ts';
import { NO_OUTCOME, withoutOwnFigures } from '../../../core/ledger/messengers.ts';
import type { HttpRequest } from '../../../core/market/http-request.ts';
import type { WarningReport } from '../../../core/market/market-report.ts';

const CHANNEL = {
  address: { token: '123456789:AAH-dqTcvCH1vGWJxfSeofSAs0K5PALDsaw', chat: '42' },
  hasOwnFigures: true,
  ...NO_OUTCOME,
};

const WARNING: WarningReport = {
  id: 'CAT.equity:event:1',
  rule: 'event',
  at: Date.UTC(2026, 0, 15, 12, 35),
  price: 817,
  code: 'event',
  figures: { price: 817, title: 'Retail Sales', country: 'USD', minutes: 55 },
};

function createHttp() {
  const asked: HttpRequest[] = [];
  const fetchJson = async (request: HttpRequest): Promise<unknown> => {
    asked.push(request);
    return { ok: true };
  };
  return { asked, http: { fetchJson } };
}

const agreed = async () => true;

const textOf = ({ body }: HttpRequest): string => (JSON.parse(body ?? '') as { text: string }).text;

describe('a message', () => {
  test('names the asset, what happened, when, and a number that is the same for the same warning', async () => {
    const { asked, http } = createHttp();
    const { send } = createMessages(http, agreed);

    await send('telegram', CHANNEL, { market: 'CAT.equity', warning: WARNING });
    await send('telegram', CHANNEL, { market: 'CAT.equity', warning: WARNING });

    expect(textOf(asked[0]!)).toMatch(
      /^CAT share: Retail Sales \(USD\) in 55 min\n.+begins in 55 minutes.+\n15 Jan, 12:35, warning [0-9a-f]{8}$/s,
    );
    expect(textOf(asked[1]!)).toBe(textOf(asked[0]!));
  });

  test('that is a test says what cannot be promised', async () => {
    const { asked, http } = createHttp();

    await createMessages(http, agreed).send('telegram', CHANNEL, null);

    expect(textOf(asked[0]!)).toContain('while it is closed nothing is watched');
  });

  test('is not sent where the browser’s user does not agree, and the error names no secret', async () => {
    const { asked, http } = createHttp();
    const sending = createMessages(http, async () => false).send('telegram', CHANNEL, null);

    await expect(sending).rejects.toMatchObject({
      name: 'PermissionError',
      message: 'no consent to write to api.telegram.org',
    });
    expect(asked).toEqual([]);
  });
});

test('without consent to figures of the user’s own none are meant to leave, whatever was ticked', () => {
  expect(withoutOwnFigures({ telegram: CHANNEL, discord: null })).toEqual({
    telegram: { ...CHANNEL, hasOwnFigures: false },
    discord: null,
  });
});
