import { useStore } from '../ui/use-store.ts';
import type { PanelStore } from './panel-store.ts';
import { MINUTE_MS } from '../../core/market/time.ts';

/** The time to the minute, so that ages are not drawn anew each second. */
export const useMinute = (store: PanelStore): number =>
  useStore(store, (state) => Math.floor(state.nowMs / MINUTE_MS)) * MINUTE_MS;
