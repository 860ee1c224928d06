import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { dismissedWarningsItem, settingsItem } from '../../core/io/storage-shared.ts';
import { snoozeWarning } from '../../entrypoints/background/snooze-warning.ts';

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ now: 1_000_000 });
  return () => vi.useRealTimers();
});

describe('a warning is taken off the list', () => {
  test('for good, the newest first and each once', async () => {
    await snoozeWarning('a', null);
    await snoozeWarning('b', null);
    await snoozeWarning('a', null);

    expect(await dismissedWarningsItem.getValue()).toEqual(['a', 'b']);
    expect((await settingsItem.getValue()).alerts).toBeUndefined();
  });

  test('with a time, notifications rest for so long', async () => {
    await snoozeWarning('a', 3_600_000);

    // 1,000,000 + 3,600,000
    expect((await settingsItem.getValue()).alerts?.snoozedUntilMs).toBe(4_600_000);
  });
});
