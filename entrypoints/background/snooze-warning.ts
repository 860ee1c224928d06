import { DEFAULT_ALERT_SETTINGS } from '../../core/alerts/settings.ts';
import { dismissedWarningsItem, settingsItem } from '../../core/io/storage-shared.ts';

/** More warnings than a week can bring. */
const MOST_DISMISSED = 100;

/** Takes the warning off every list; with a time, notifications rest for so long. @param nowMs the venues' time */
export async function snoozeWarning(id: string, forMs: number | null, nowMs: number): Promise<void> {
  const dismissed = await dismissedWarningsItem.getValue();
  await dismissedWarningsItem.setValue(
    [id, ...dismissed.filter((other) => other !== id)].slice(0, MOST_DISMISSED),
  );
  if (forMs === null) return;
  const settings = await settingsItem.getValue();
  const alerts = { ...(settings.alerts ?? DEFAULT_ALERT_SETTINGS), snoozedUntilMs: nowMs + forMs };
  await settingsItem.setValue({ ...settings, alerts });
}
