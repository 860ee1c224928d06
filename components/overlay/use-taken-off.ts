import { useMemo } from 'preact/hooks';

import { useStore } from '../ui/use-store.ts';
import type { PanelStore } from './panel-store.ts';
import { useMinute } from './use-minute.ts';

/** Ids of the warnings that are not shown at the top now: dismissed for good, or resting on this page. */
export function useTakenOff(store: PanelStore): readonly string[] {
  const dismissed = useStore(store, (state) => state.dismissed);
  const resting = useStore(store, (state) => state.resting);
  const nowMs = useMinute(store);
  return useMemo(
    () => [...dismissed, ...resting.filter(({ untilMs }) => untilMs > nowMs).map(({ id }) => id)],
    [dismissed, resting, nowMs],
  );
}
