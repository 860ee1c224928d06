import type { PanelStore } from '../overlay/panel-store.ts';
import type { PageContext } from './page-context.ts';
import { ifTrusted } from './trusted.ts';

const TICK_MS = 1000;

interface ClockSurroundings {
  /** The venues' time, and how far it is ahead of the device's, milliseconds. */
  readonly clock: { readonly nowMs: () => number; readonly offsetMs: () => number };
  readonly onTick: () => void;
}

/**
 * Ticks each second while the page is visible. Where the extension was updated, reloaded or removed under the page, the
 * context finds that out with the tick, ends, and takes everything of ours from the page.
 */
export function startClock(ctx: PageContext, store: PanelStore, { clock, onTick }: ClockSurroundings): void {
  const tick = () => {
    if (document.visibilityState !== 'visible' || ctx.isInvalid) return;
    store.setState({ nowMs: clock.nowMs(), clockOffsetMs: clock.offsetMs() });
    onTick();
  };
  ctx.setInterval(tick, TICK_MS);
  ctx.addEventListener(document, 'visibilitychange', ifTrusted(tick));
}
