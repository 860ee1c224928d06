import { describe, expect, test } from 'vitest';

import { REGIONAL_HOSTS } from '../../../core/venues/regional-hosts.ts';
import { readSettingsFile, writeSettingsFile } from '../../../core/ledger/settings-file.ts';
import { type Settings, settings as fact } from '../../../core/ledger/settings/settings.ts';

const { fallback } = fact;

const settings: Settings = {
  ...fallback,
  venues: ['binance', 'okx'],
  watchList: ['SOLUSDT'],
  theme: 'dark',
  alerts: { ...fallback.alerts, maxPerDay: 3 },
  bookMarks: true,
  hideAmounts: true,
};

describe('settings as a file', () => {
  test('come back as they were written', () => {
    expect(readSettingsFile(writeSettingsFile(settings))).toEqual({ settings });
  });

  test('a venue is asked at its own other hosts only', () => {
    for (const [venue, hosts] of Object.entries(REGIONAL_HOSTS)) {
      for (const { host } of hosts) {
        const moved = { ...settings, hosts: { ...settings.hosts, [venue]: host } };
        expect(readSettingsFile(writeSettingsFile(moved))).toEqual({ settings: moved });
      }
    }
    const strange = { ...settings, hosts: { okx: 'evil.example' } };
    expect(readSettingsFile(writeSettingsFile(strange))).toMatchObject({
      path: 'hosts.okx',
    });
  });

  test('a wrong value is refused with its line', () => {
    const text = writeSettingsFile(settings).replace('"SOLUSDT"', '"so l"');

    const line = text.slice(0, text.indexOf('"so l"')).split('\n').length;
    expect(readSettingsFile(text)).toMatchObject({
      line,
      path: 'watchList[0]',
    });
  });

  test('a number outside its limits is refused with its line', () => {
    const text = writeSettingsFile(settings).replace('"maxPerDay": 3', '"maxPerDay": 0');

    expect(readSettingsFile(text)).toMatchObject({ path: 'alerts.maxPerDay' });
  });

  test('of a version that knew fewer settings and rules are taken, with the rest as at first', () => {
    const text = '{"version": 1, "venues": ["okx"], "alerts": {"rules": {"level": false}, "maxPerDay": 2}}';

    expect(readSettingsFile(text)).toEqual({
      settings: {
        ...fallback,
        venues: ['okx'],
        alerts: { ...fallback.alerts, rules: { ...fallback.alerts.rules, level: false }, maxPerDay: 2 },
      },
    });
  });

  test.each([
    ['', 1],
    ['{\n  "version": 1,\n  "venues": [\n', 4],
    ['[]', 1],
    ['{"version": 2}', 1],
  ])('%j is refused', (text, line) => {
    expect(readSettingsFile(text)).toMatchObject({ line });
  });
});
