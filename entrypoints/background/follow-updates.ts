import { browser } from 'wxt/browser';

import { logFailure } from './log-failure.ts';
import { ensurePollAlarm } from './poll-alarm.ts';
import { finishRenewing, renewStored } from './renew-stored.ts';
import { welcomeNewcomer } from './welcome-newcomer.ts';

/** Welcomes a newcomer, brings what is stored to the newest form when the extension was updated, and sees that the alarm is set. */
export function followUpdates(): void {
  browser.runtime.onStartup.addListener(() => {
    void finishRenewing().catch(logFailure);
    ensurePollAlarm();
  });
  browser.runtime.onInstalled.addListener(({ reason, previousVersion }) => {
    void welcomeNewcomer(reason).catch(logFailure);
    void renewStored(previousVersion).catch(logFailure);
    ensurePollAlarm();
  });
  ensurePollAlarm();
}
