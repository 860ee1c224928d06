import { say } from '../../core/i18n/say.ts';

/** A smaller error disturbs nobody, and is near what can be measured. */
const TOLD_FROM_MS = 5_000;

/** That the device's clock is wrong, in one sentence; null where it is right. @param offsetMs venues' time less the device's */
export function clockSentence(offsetMs: number): string | null {
  if (Math.abs(offsetMs) <= TOLD_FROM_MS) return null;
  return say(offsetMs > 0 ? 'clock.slow' : 'clock.fast', { duration: durationText(Math.abs(offsetMs)) });
}

const UNITS = [
  { name: 'd', seconds: 86_400 },
  { name: 'h', seconds: 3_600 },
  { name: 'min', seconds: 60 },
  { name: 's', seconds: 1 },
] as const;

/** Seconds beyond a minute are told in steps of this: they are measured to a second or two. */
const STEP_S = 5;

/** `12 s`, `1 min 30 s`, `5 min`, `1 d 2 h`: the two largest units. */
function durationText(ms: number): string {
  const step = ms < 60_000 ? 1 : STEP_S;
  let rest = Math.round(ms / 1000 / step) * step;
  const first = UNITS.findIndex(({ seconds }) => rest >= seconds);
  return UNITS.slice(first, first + 2)
    .map(({ name, seconds }) => {
      const count = Math.floor(rest / seconds);
      rest -= count * seconds;
      return count === 0 ? '' : `${count} ${name}`;
    })
    .filter((text) => text !== '')
    .join(' ');
}
