import type { PopupActions } from '../../components/popup/popup-actions.ts';
import type { PopupStore } from '../../components/popup/popup-store.ts';
import { askWorker } from './ask-worker.ts';
import { changeSettings } from './change-settings.ts';

/** What buttons of the watch list and of the screener do. */
export function listActions(store: PopupStore): Pick<PopupActions, 'onList' | 'onLook'> {
  let held: string | null = null;
  const look = async (markets: readonly string[] | null): Promise<void> => {
    const wanted = JSON.stringify(markets);
    if (wanted !== held) store.setState({ glance: null });
    held = wanted;
    const since = Math.max(0, ...(store.getState().glance?.venues ?? []).map(({ at }) => at ?? 0));
    const reply = await askWorker<'look-around'>({ kind: 'look-around', since, markets });
    if (reply.ok && reply.value !== null && held === wanted) store.setState({ glance: reply.value });
  };
  return {
    onList: (watchList) => void changeSettings(store, { watchList }),
    onLook: (markets) => void look(markets),
  };
}
