import { say } from '../../core/i18n/say.ts';
import { MINUTE_MS, SECOND_MS } from '../../core/market/time.ts';
import { formatDuration } from './format.ts';

/** A smaller error disturbs nobody, and is near what can be measured. */
const TOLD_FROM_MS = 5_000;

/** What is more than a minute is told in steps of this: it is measured to a second or two. */
const STEP_MS = 5_000;

/** That the device's clock is wrong, in one sentence; null where it is right. @param offsetMs venues' time less the device's */
export function clockSentence(offsetMs: number): string | null {
  if (Math.abs(offsetMs) <= TOLD_FROM_MS) return null;
  const errorMs = Math.abs(offsetMs);
  const duration = formatDuration(errorMs, errorMs < MINUTE_MS ? SECOND_MS : STEP_MS);
  return say(offsetMs > 0 ? 'clock.slow' : 'clock.fast', { duration });
}
