import { beforeEach, describe, expect, test } from 'vitest';

import {
  settings as settingsFact,
  type Settings,
  type SettingsChange,
} from '../../core/ledger/settings/settings.ts';
import type { UserItem } from '../../core/ledger/user-item.ts';
import type { ShownTables } from '../../core/ledger/shown-tables.ts';
import type { ShownPosition } from '../../core/market/shown-position.ts';
import { answerMessage, type Sender } from '../../core/service/protocol/answer-message.ts';
import type { Household } from '../../core/service/protocol/household.ts';
import { buildShown } from '../support/shown-position.ts';

const NOW_MS = 1_768_480_496_000;
let tables: ShownTables;
let settings: Settings;

const household = {
  nowMs: () => NOW_MS,
  settings: {
    getValue: async () => settings,
    change: async (change: (value: Settings) => SettingsChange | null) =>
      (settings = settingsFact.restore(settingsFact.change(settings, change(settings) ?? {}))),
  } as unknown as UserItem<Settings, SettingsChange>,
  shownTables: {
    change: async (change: (value: ShownTables) => ShownTables | null) => (tables = change(tables) ?? tables),
  } as unknown as UserItem<ShownTables, ShownTables>,
} as unknown as Household;

const PAGE: Sender = { isOwn: false, page: '7', site: 'binance' };
const show = (reading: unknown, sender: Sender = PAGE) =>
  answerMessage({ kind: 'show-table', reading }, sender, household);
const read = (...positions: readonly unknown[]) => ({ kind: 'read', positions, leftOut: 0 });

beforeEach(() => {
  tables = {};
  settings = { ...settingsFact.fallback, pageTables: ['binance'] };
});

describe('what a page shows in its table', () => {
  test('is kept under the name of the page', async () => {
    expect(await show(read(buildShown()))).toMatchObject({ ok: true });
    expect(tables['7']).toMatchObject({ site: 'binance', atMs: NOW_MS, untilMs: NOW_MS + 90_000 });
  });

  test('is not taken before the user has switched it on for the site, which nobody has at first', async () => {
    expect(settingsFact.fallback.pageTables).toEqual([]);
    settings = settingsFact.fallback;

    expect(await show(read(buildShown()))).toMatchObject({ refusal: { code: 'not-asked' } });
    expect(tables).toEqual({});
  });

  test.each<readonly [string, Sender]>([
    ['of another site that is switched off', { ...PAGE, site: 'bybit' }],
    ['of no site', { ...PAGE, site: null }],
    ['that says nothing of its site', { isOwn: false, page: '7' }],
  ])('is not taken from a page %s', async (_case, sender) => {
    expect(await show(read(buildShown()), sender)).toMatchObject({ refusal: { code: 'not-asked' } });
  });

  test('is of its own site alone', async () => {
    settings = { ...settings, pageTables: ['binance', 'bybit'] };

    expect(await show(read(buildShown()), { ...PAGE, site: 'bybit' })).toMatchObject({ ok: false });
  });

  const market = (overrides: Partial<ShownPosition['market']>) => ({
    market: { ...buildShown().market, ...overrides },
  });
  test.each<readonly [string, unknown]>([
    ['NaN', { ...buildShown(), entryPrice: NaN }],
    ['infinity', { ...buildShown(), sizeBase: Infinity }],
    ['a size below zero', { ...buildShown(), sizeBase: -1 }],
    ['more than anybody has', { ...buildShown(), sizeBase: 1e9 }],
    ['a leverage of 0', { ...buildShown(), leverage: 0 }],
    ['a script for a name', { ...buildShown(), ...market({ base: '<script>' }) }],
    ['an inverse contract', { ...buildShown(), ...market({ quote: 'USD' }) }],
    ['a spot market', { ...buildShown(), ...market({ kind: 'spot' }) }],
    ['isolated without a margin', { ...buildShown(), marginUsd: null }],
    ['what is not asked for', { ...buildShown(), balance: 1 }],
    ['no position at all', null],
  ])('is refused as a whole where it holds %s', async (_case, position) => {
    expect(await show(read(buildShown(), position))).toMatchObject({ refusal: { code: 'unreadable' } });
    expect(tables).toEqual({});
  });

  test('is refused where it is more than a table of a person, or a doubt that there is not', async () => {
    expect(await show(read(...Array.from({ length: 51 }, () => buildShown())))).toMatchObject({ ok: false });
    expect(await show({ kind: 'doubt', doubt: '<b>' })).toMatchObject({ ok: false });
  });

  test('goes at once with the click that switches it off, and only then', async () => {
    await show(read(buildShown()));
    const turn = (change: SettingsChange) =>
      answerMessage({ kind: 'change-settings', change }, { isOwn: true, page: 'own' }, household);

    expect(await turn({ theme: 'dark' })).toMatchObject({ ok: true });
    expect(tables).toHaveProperty('7');

    expect(await turn({ pageTables: { remove: ['binance'] } })).toMatchObject({ ok: true });
    expect(tables).toEqual({});
  });
});
