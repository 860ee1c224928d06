import { describe, expect, test, vi } from 'vitest';

import { answerMessage } from '../../../core/service/protocol/answer-message.ts';
import type { Household } from '../../../core/service/protocol/household.ts';
import { buildPosition } from '../../support/sample-position.ts';

const market = {
  venue: 'binance',
  instrument: 'BTCUSDT',
  base: 'BTC',
  multiplier: 1,
  quote: 'USDT',
  kind: 'perpetual',
};
const watch = { kind: 'watch', market };
const place = { kind: 'change-place', site: 'binance', change: { right: 8, form: 'strip' } };
const change = { kind: 'change-settings', change: { venues: ['okx'], theme: 'dark' } };
const takeBack = { kind: 'take-back', venue: 'okx', fromMs: 1000, untilMs: 2000, quantity: 'price' };
const put = { kind: 'put-position', position: buildPosition() };

function ask(message: unknown, isOwn: boolean) {
  const item = { getValue: vi.fn(), watch: vi.fn(), change: vi.fn(async () => ({ hosts: {} })) };
  const watchPage = vi.fn(async () => ({ market, isProvisional: false, isListed: true, isNew: false }));
  const household = {
    service: { watchPage, watched: async () => [], takeBack: vi.fn() },
    poll: vi.fn(),
    nowMs: () => 5000,
    settings: item,
    positions: item,
    dismissedWarnings: item,
    words: { language: 'en-US', messages: { plain: 'Nothing new.' } },
    placeOn: () => item,
    openPage: vi.fn(),
    openPopup: vi.fn(),
  } as unknown as Household;
  return {
    watchPage,
    poll: household.poll,
    reply: answerMessage(message, { isOwn, page: 'tab 7' }, household),
  };
}

describe('a message', () => {
  test.each([
    watch,
    place,
    { kind: 'refresh', market: 'BTCUSDT' },
    { kind: 'refresh', market: 'CAT.equity' },
    { kind: 'open-popup' },
    { kind: 'change-map-choices', change: { form: 'heat' } },
  ])('%o is answered to a page', async (message) => {
    expect(await ask(message, false).reply).toMatchObject({ ok: true });
  });

  test('a page that opens is told anew of a market that is watched already, one that stays is not', async () => {
    const opening = ask({ ...watch, isOpening: true }, false);
    const staying = ask(watch, false);
    await Promise.all([opening.reply, staying.reply]);

    expect(opening.poll).toHaveBeenCalledWith('BTCUSDT');
    expect(staying.poll).not.toHaveBeenCalled();
  });

  test('a page that asks for words is told the table of messages and its language', async () => {
    expect(await ask({ kind: 'words' }, false).reply).toEqual({
      ok: true,
      value: { language: 'en-US', messages: { plain: 'Nothing new.' } },
    });
  });

  test.each([change, put, takeBack, { kind: 'remove-position', id: 'a' }])(
    '%o is answered to own pages only',
    async (message) => {
      expect(await ask(message, true).reply).toMatchObject({ ok: true });
      expect(await ask(message, false).reply).toMatchObject({ ok: false });
    },
  );

  test.each([
    null,
    'watch',
    {},
    { kind: 'constructor' },
    { kind: 'fetch', url: 'https://example.com' },
    { ...watch, market: { ...market, base: '../../evil' } },
    { ...watch, market: { ...market, base: '' } },
    { ...watch, market: { ...market, multiplier: NaN } },
    { kind: 'refresh', market: 'https://example.com' },
    { kind: 'refresh', market: 'CAT.bond' },
    { ...place, site: '$' },
    { ...place, change: { width: Infinity } },
    { ...change, change: { venues: ['mtgox'] } },
    { ...takeBack, untilMs: 1000 },
    { ...takeBack, fromMs: 5000, untilMs: 6000 },
    { ...takeBack, venue: 'mtgox' },
    { ...put, position: { ...buildPosition(), entryPrice: 0 } },
  ])('%o is refused', async (message) => {
    expect(await ask(message, true).reply).toEqual({
      ok: false,
      refusal: { code: expect.stringMatching(/^(not-asked|unreadable)$/), figures: expect.any(Object) },
    });
  });

  describe('that lowers a warning', () => {
    const dismiss = { kind: 'dismiss-warning', id: 'BTCUSDT:level:s1:5', snoozeMs: null };
    const HOUR_MS = 3_600_000;

    test.each([dismiss, { ...dismiss, snoozeMs: HOUR_MS }])('%o is done for a page', async (message) => {
      expect(await ask(message, false).reply).toMatchObject({ ok: true });
    });

    test.each([
      { ...dismiss, snoozeMs: HOUR_MS + 1 },
      { ...dismiss, id: 'BTCUSDT:own:mine:5' },
      { ...dismiss, id: 'BTCUSDT:own:mine:5', snoozeMs: HOUR_MS },
      { ...dismiss, id: 'BTCUSDT:bell:mine:5' },
    ])('%o is done for own pages only', async (message) => {
      expect(await ask(message, true).reply).toMatchObject({ ok: true });
      expect(await ask(message, false).reply).toMatchObject({ ok: false, refusal: { code: 'not-asked' } });
    });
  });

  test('loses what nobody asked for', async () => {
    const { watchPage, reply } = ask({ ...watch, market: { ...market, url: 'https://example.com' } }, false);
    await reply;

    expect(watchPage).toHaveBeenCalledWith('tab 7', market);
  });
});
