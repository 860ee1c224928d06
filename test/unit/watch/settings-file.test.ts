import { describe, expect, test } from 'vitest';

import { DEFAULT_ALERT_SETTINGS } from '../../../core/alerts/settings.ts';
import { REGIONAL_HOSTS } from '../../../core/venues/regional-hosts.ts';
import { readSettingsFile, writeSettingsFile } from '../../../core/service/settings-file.ts';
import type { Settings } from '../../../core/ledger/stored.ts';

const settings: Settings = {
  version: 1,
  venues: ['binance', 'okx'],
  watchList: ['SOLUSDT'],
  palette: 'orange-blue',
  theme: 'dark',
  alerts: { ...DEFAULT_ALERT_SETTINGS, maxPerDay: 3 },
  bookMarks: true,
};

describe('settings as a file', () => {
  test('come back as they were written', () => {
    expect(readSettingsFile(writeSettingsFile(settings))).toEqual({ settings });
  });

  test('a venue is asked at its own other hosts only', () => {
    for (const [venue, hosts] of Object.entries(REGIONAL_HOSTS)) {
      for (const { host } of hosts) {
        const moved = { ...settings, hosts: { [venue]: host } };
        expect(readSettingsFile(writeSettingsFile(moved))).toEqual({ settings: moved });
      }
    }
    const strange = { ...settings, hosts: { okx: 'evil.example' } };
    expect(readSettingsFile(writeSettingsFile(strange))).toMatchObject({
      reason: expect.stringContaining('hosts.okx'),
    });
  });

  test('a wrong value is refused with its line', () => {
    const text = writeSettingsFile(settings).replace('"SOLUSDT"', '"so l"');

    // {, version, venues [, binance, okx, ], watchList [, the coin
    expect(readSettingsFile(text)).toMatchObject({
      line: 8,
      reason: expect.stringContaining('watchList[0]'),
    });
  });

  test('a number outside its limits is refused with its line', () => {
    const text = writeSettingsFile(settings).replace('"maxPerDay": 3', '"maxPerDay": 0');

    expect(readSettingsFile(text)).toMatchObject({ reason: expect.stringContaining('alerts.maxPerDay') });
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
