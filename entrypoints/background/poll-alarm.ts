import { browser } from 'wxt/browser';

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
export async function ensurePollAlarm(): Promise<void> {
  const alarm = await browser.alarms.get(POLL_ALARM);
  if (alarm?.periodInMinutes === POLL_PERIOD_MINUTES) return;
  await browser.alarms.create(POLL_ALARM, { periodInMinutes: POLL_PERIOD_MINUTES });
}
