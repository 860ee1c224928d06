import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { mapChoices } from '../../../core/ledger/settings/map-choices.ts';
import { dismissedWarningsItem, placeItem } from '../../../core/io/storage-shared.ts';
import { positionsItem, settingsItem } from '../../../core/io/user-items.ts';
import { answerMessage } from '../../../core/service/protocol/answer-message.ts';
import type { Kind, MessageOf } from '../../../core/service/protocol/list.ts';
import { household } from '../../../entrypoints/background/household.ts';
import { buildPosition } from '../../support/sample-position.ts';

const NOW_MS = 1_000_000;
const HOUR_MS = 3_600_000;

beforeEach(() => fakeBrowser.reset());

const tell = <K extends Kind>(message: MessageOf<K>, isOwn = true) =>
  answerMessage(
    message,
    { isOwn, page: 'tab' },
    {
      ...household,
      service: { watched: async () => [], askAnew: async () => {} } as never,
      poll: () => {},
      pollDue: () => {},
      nowMs: () => NOW_MS,
    },
  );

const dismiss = (id: string, snoozeMs: number | null = null) =>
  tell<'dismiss-warning'>({ kind: 'dismiss-warning', id, snoozeMs }, false);

describe('changes that are asked for at once', () => {
  test('ten warnings dismissed are ten warnings gone', async () => {
    const ids = Array.from({ length: 10 }, (_, index) => `warning ${index}`);

    const replies = await Promise.all(ids.map((id) => dismiss(id)));

    expect(await dismissedWarningsItem.getValue()).toEqual(ids.toReversed());
    expect(replies.at(-1)).toEqual({ ok: true, value: ids.toReversed() });
  });

  test('forty snoozes beside forty clicks in the options are all kept', async () => {
    for (let round = 1; round <= 40; round++) {
      const isOn = round % 2 === 0;
      await Promise.all([
        dismiss(`warning ${round}`, round),
        tell<'change-settings'>({ kind: 'change-settings', change: { alerts: { rules: { level: isOn } } } }),
      ]);

      const { alerts } = await settingsItem.getValue();
      expect([alerts.snoozedUntilMs, alerts.rules.level]).toEqual([NOW_MS + round, isOn]);
    }
  });

  test('a page changes how the map is looked at part by part, and is told of nothing else', async () => {
    const choose = (change: object) =>
      tell<'change-map-choices'>({ kind: 'change-map-choices', change }, false);

    const replies = await Promise.all([
      choose({ form: 'heat' }),
      choose({ tiers: ['near', 'far'] }),
      choose({ tiers: ['far'], low: 0.5 }),
    ]);

    const expected = { ...mapChoices.fallback, form: 'heat', tiers: ['far'], low: 0.5 };
    expect((await settingsItem.getValue()).mapChoices).toEqual(expected);
    expect(replies.at(-1)).toEqual({ ok: true, value: expected });
    expect(await choose({ low: 2 })).toMatchObject({ ok: false });
  });

  test('two popups and an import each keep the positions of the others', async () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => buildPosition({ id }));
    await tell<'put-position'>({ kind: 'put-position', position: a! });

    const [, , last] = await Promise.all([
      tell<'put-position'>({ kind: 'put-position', position: b! }),
      tell<'import-positions'>({ kind: 'import-positions', positions: [c!, { ...a!, entryPrice: 90_000 }] }),
      tell<'remove-position'>({ kind: 'remove-position', id: 'b' }),
    ]);

    const kept = [{ ...a, entryPrice: 90_000 }, c];
    expect(await positionsItem.getValue()).toEqual(kept);
    expect(last).toEqual({ ok: true, value: kept });
  });

  test('two pages of one site that move the panel and switch the bands off keep both', async () => {
    const site = 'binance';
    await Promise.all([
      tell<'change-place'>({ kind: 'change-place', site, change: { right: 8, top: 80 } }, false),
      tell<'change-place'>({ kind: 'change-place', site, change: { chartBands: false } }, false),
    ]);

    expect(await placeItem(site).getValue()).toEqual({ right: 8, top: 80, chartBands: false });
  });

  test('venues and coins switched one after another without waiting are all switched', async () => {
    await Promise.all([
      tell<'change-settings'>({ kind: 'change-settings', change: { venues: { remove: ['okx'] } } }),
      tell<'change-settings'>({ kind: 'change-settings', change: { venues: { remove: ['gate'] } } }),
      tell<'change-settings'>({ kind: 'change-settings', change: { watchList: { add: ['SOLUSDT'] } } }),
      tell<'change-settings'>({ kind: 'change-settings', change: { watchList: { add: ['ETHUSDT'] } } }),
    ]);

    expect(await settingsItem.getValue()).toMatchObject({
      venues: ['binance', 'bybit', 'bitget', 'hyperliquid'],
      watchList: ['SOLUSDT', 'ETHUSDT'],
    });
  });
});

describe('a change that cannot be stored', () => {
  test('is refused, changes nothing, and the next one passes', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('full'));

    expect(await dismiss('a', HOUR_MS)).toEqual({
      ok: false,
      refusal: { code: 'not-stored', figures: {} },
    });
    expect(await dismiss('b')).toEqual({ ok: true, value: ['b'] });
    expect((await settingsItem.getValue()).alerts.snoozedUntilMs).toBeNull();
  });

  test('for want of room says so', async () => {
    const positions = Array.from({ length: 50 }, (_, index) => buildPosition({ id: String(index) }));
    await tell<'import-positions'>({ kind: 'import-positions', positions });

    expect(
      await tell<'put-position'>({ kind: 'put-position', position: buildPosition({ id: 'new' }) }),
    ).toEqual({ ok: false, refusal: { code: 'too-many-positions', figures: { most: 50 } } });
    expect(await positionsItem.getValue()).toHaveLength(50);
  });
});

test('a page can store no place for a site that has no panel', async () => {
  const reply = await tell<'change-place'>(
    { kind: 'change-place', site: 'nowhere', change: { top: 1 } },
    false,
  );

  expect(reply).toMatchObject({ ok: false });
  expect(await fakeBrowser.storage.local.get(null)).toEqual({});
});
