import { browser } from 'wxt/browser';

import { logFailure } from './log-failure.ts';

const POLL_ALARM = 'poll';

/** The shortest period that browsers grant. */
const POLL_PERIOD_MINUTES = 0.5;

/** Calls `poll` at each alarm. Adds its listener synchronously. */
export function onPollAlarm(poll: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === POLL_ALARM) poll();
  });
}

/** Browsers drop alarms on updates and sometimes on restarts. */
export const ensurePollAlarm = (): void => void ensure().catch(logFailure);

async function ensure(): Promise<void> {
  const alarm = await browser.alarms.get(POLL_ALARM);
  if (alarm?.periodInMinutes === POLL_PERIOD_MINUTES) return;
  await browser.alarms.create(POLL_ALARM, { periodInMinutes: POLL_PERIOD_MINUTES });
}
