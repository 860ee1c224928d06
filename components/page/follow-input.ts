import type { PageContext } from './page-context.ts';
import { ifTrusted } from './trusted.ts';

/** What a press opens or closes is there or gone at first, has faded in or out, or waited for an answer of the site's. */
const AFTER_MS = [120, 600, 1500, 3000];

/** Calls `look` in the seconds after the user has pressed something of the page. */
export function lookAfterInput(ctx: PageContext, look: () => void): void {
  let timers: number[] = [];
  const onInput = ifTrusted(() => {
    timers.forEach(clearTimeout);
    timers = AFTER_MS.map((delayMs) => window.setTimeout(look, delayMs));
  });
  for (const type of ['pointerup', 'keyup'] as const)
    ctx.addEventListener(window, type, onInput, { capture: true, passive: true });
  ctx.onInvalidated(() => timers.forEach(clearTimeout));
}
