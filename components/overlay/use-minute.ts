import { useStore } from '../ui/use-store.ts';
import type { PanelStore } from './panel-store.ts';

const MINUTE_MS = 60_000;

/** The time to the minute, so that ages are not drawn anew each second. */
export const useMinute = (store: PanelStore): number =>
  useStore(store, (state) => Math.floor(state.nowMs / MINUTE_MS)) * MINUTE_MS;
