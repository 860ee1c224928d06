import type { PanelStore } from '../overlay/panel-store.ts';
import { ifTrusted } from './trusted.ts';

const TICK_MS = 1000;

/** A panel whose extension is gone asks for a reload for this many visible seconds and then leaves. */
const FAREWELL_TICKS = 30;

interface ClockSurroundings {
  /** The venues' time, and how far it is ahead of the device's, milliseconds. */
  readonly clock: { readonly nowMs: () => number; readonly offsetMs: () => number };
  /** False once the extension was updated, reloaded or removed under the page. */
  readonly isAlive: () => boolean;
  readonly onTick: () => void;
  readonly onFarewell: () => void;
}

/**
 * Ticks each second while the page is visible; notices when the extension is gone. Not the context's timer, which would
 * remove the panel at once.
 * @returns what ends it
 */
export function startClock(
  store: PanelStore,
  { clock, isAlive, onTick, onFarewell }: ClockSurroundings,
): () => void {
  let farewell = 0;
  const tick = () => {
    if (document.visibilityState !== 'visible') return;
    if (isAlive()) {
      store.setState({ nowMs: clock.nowMs(), clockOffsetMs: clock.offsetMs() });
      onTick();
      return;
    }
    if (farewell === 0) store.setState({ contextValid: false });
    farewell += 1;
    if (farewell <= FAREWELL_TICKS) return;
    clearInterval(timer);
    onFarewell();
  };
  const timer = setInterval(tick, TICK_MS);
  const onVisible = ifTrusted(tick);
  document.addEventListener('visibilitychange', onVisible);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', onVisible);
  };
}
