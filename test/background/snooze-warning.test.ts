import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { dismissedWarningsItem, settingsItem } from '../../core/io/storage-shared.ts';
import { snoozeWarning } from '../../entrypoints/background/snooze-warning.ts';

const NOW_MS = 1_000_000;

beforeEach(() => fakeBrowser.reset());

describe('a warning is taken off the list', () => {
  test('for good, the newest first and each once', async () => {
    await snoozeWarning('a', null, NOW_MS);
    await snoozeWarning('b', null, NOW_MS);
    await snoozeWarning('a', null, NOW_MS);

    expect(await dismissedWarningsItem.getValue()).toEqual(['a', 'b']);
    expect((await settingsItem.getValue()).alerts).toBeUndefined();
  });

  test('with a time, notifications rest for so long', async () => {
    await snoozeWarning('a', 3_600_000, NOW_MS);

    // 1,000,000 + 3,600,000
    expect((await settingsItem.getValue()).alerts?.snoozedUntilMs).toBe(4_600_000);
  });
});
