import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

import { settings, type SettingsChange } from '../../../core/ledger/settings/settings.ts';
import {
  SETTINGS_OF_0_1_0,
  SETTINGS_OF_0_2_0,
  SETTINGS_OF_THE_FIRST_BUILD,
} from '../../support/stored-settings.ts';

const { fallback, restore, change } = settings;
/** Alerts as an earlier version stored them, with the rules that have come since, and their settings. */
const withLaterRules = <Alerts extends { readonly rules: object }>(alerts: Alerts) => ({
  ...fallback.alerts,
  ...alerts,
  rules: { ...fallback.alerts.rules, ...alerts.rules },
});
const noHosts = { bybit: null, okx: null, gate: null };

describe('settings that an earlier version stored', () => {
  test('of the first build are read in full', () => {
    expect(restore(SETTINGS_OF_THE_FIRST_BUILD)).toEqual({ ...fallback, ...SETTINGS_OF_THE_FIRST_BUILD });
  });

  test('of 0.1.0 are read in full, quiet hours by the wall clock', () => {
    expect(restore(SETTINGS_OF_0_1_0)).toEqual({
      ...fallback,
      ...SETTINGS_OF_0_1_0,
      alerts: {
        ...withLaterRules(SETTINGS_OF_0_1_0.alerts),
        quietHours: { fromMinute: 1320, untilMinute: 420 },
      },
    });
  });

  test('of 0.2.0 are read in full', () => {
    expect(restore(SETTINGS_OF_0_2_0)).toEqual({
      ...fallback,
      ...SETTINGS_OF_0_2_0,
      alerts: withLaterRules(SETTINGS_OF_0_2_0.alerts),
      hosts: { ...noHosts, okx: 'eea.okx.com' },
    });
  });

  test('that lack a rule of warnings get it, and every later change is stored', () => {
    const { burst: _burst, ...rules } = SETTINGS_OF_0_2_0.alerts.rules;
    const stored = { ...SETTINGS_OF_0_2_0, alerts: { ...SETTINGS_OF_0_2_0.alerts, rules } };

    expect(restore(stored).alerts).toEqual(withLaterRules(SETTINGS_OF_0_2_0.alerts));
    expect(restore(change(stored, { theme: 'light' }))).toEqual({ ...restore(stored), theme: 'light' });
  });
});

describe('settings of which a part is wrong', () => {
  test.each<readonly [string, object, Partial<typeof fallback>]>([
    ['a theme of a later version', { theme: 'sepia' }, { theme: 'page' }],
    ['a palette of a later version', { palette: 'violet' }, { palette: 'orange-blue' }],
    ['a version of the future', { version: 9 }, {}],
    ['a word for a switch', { bookMarks: 'yes' }, { bookMarks: false }],
    ['a number for hidden amounts', { hideAmounts: 1 }, { hideAmounts: false }],
    ['one unknown venue', { venues: ['okx', 'mtgox'] }, { venues: ['okx'] }],
    ['unknown venues alone', { venues: ['mtgox'] }, { venues: fallback.venues }],
    ['one strange market', { watchList: ['SOLUSDT', 'so l', 7] }, { watchList: ['SOLUSDT'] }],
    ['no watch list', { watchList: undefined }, { watchList: [] }],
    ['a host that the venue does not have', { hosts: { okx: 'evil.example' } }, { hosts: noHosts }],
    ['no alerts', { alerts: null }, { alerts: fallback.alerts }],
  ])('%s: everything else stays', (_what, broken, expected) => {
    expect(restore({ ...SETTINGS_OF_0_2_0, ...broken })).toEqual({
      ...restore(SETTINGS_OF_0_2_0),
      ...expected,
    });
  });

  test.each(['corrupt', null, undefined, 7, []])('%j is as nothing stored', (stored) => {
    expect(restore(stored)).toEqual(fallback);
  });

  test('one broken threshold costs itself alone', () => {
    const alerts = { ...SETTINGS_OF_0_2_0.alerts, ownDistance: 'near' };

    expect(restore({ ...SETTINGS_OF_0_2_0, alerts }).alerts).toEqual({
      ...withLaterRules(SETTINGS_OF_0_2_0.alerts),
      ownDistance: 0.05,
    });
  });
});

describe('a change of settings', () => {
  const later = { ...SETTINGS_OF_0_2_0, venues: ['okx', 'mtgox'], language: 'de' };

  test('keeps what a later version wrote, so that going forward again finds it', () => {
    expect(change(later, { venues: { add: ['gate'] }, theme: 'light' })).toMatchObject({
      venues: ['okx', 'gate', 'mtgox'],
      language: 'de',
      theme: 'light',
    });
  });

  test('adds to and takes from a list what others have changed meanwhile', () => {
    const first = change(null, { watchList: { add: ['SOLUSDT'] } });
    const second = change(first, { watchList: { add: ['ETHUSDT'] } });

    expect(restore(change(second, { watchList: { remove: ['SOLUSDT'] } })).watchList).toEqual(['ETHUSDT']);
  });

  test('says nothing of the rules beside the one that it names', () => {
    const changed = restore(change(SETTINGS_OF_0_2_0, { alerts: { rules: { level: true }, maxPerDay: 9 } }));

    expect(changed.alerts).toEqual({
      ...withLaterRules(SETTINGS_OF_0_2_0.alerts),
      rules: { ...withLaterRules(SETTINGS_OF_0_2_0.alerts).rules, level: true },
      maxPerDay: 9,
    });
  });

  test('is stored whole, as earlier versions want it', () => {
    const { hosts: _hosts, ...others } = fallback;

    expect(change(null, {})).toEqual({ ...others, hosts: {} });
  });

  test('to the main host of a venue leaves no trace of the other', () => {
    expect(change(SETTINGS_OF_0_2_0, { hosts: { okx: null } })).toMatchObject({ hosts: {} });
  });

  test.each<object>([
    { theme: 'sepia' },
    { venues: ['mtgox'] },
    { venues: { add: ['mtgox'] } },
    { alerts: { maxPerDay: 0 } },
    { alerts: { quietHours: { fromMinute: 1440, untilMinute: 0 } } },
    { hosts: { okx: 'evil.example' } },
    { hosts: { binance: 'eea.okx.com' }, watchList: ['https://evil.example'] },
  ])('%j is refused', (wrong) => {
    expect(v.is(settings.schema, wrong)).toBe(false);
  });

  test('whole settings are a change too', () => {
    const whole: SettingsChange = restore(SETTINGS_OF_0_2_0);

    expect(restore(change(SETTINGS_OF_0_1_0, whole))).toEqual(whole);
  });
});
