import type { PopupActions } from '../../components/popup/popup-actions.ts';
import type { PopupStore } from '../../components/popup/popup-store.ts';
import { askWorker } from './ask-worker.ts';
import type { SettingsChange } from '../../core/ledger/settings/settings.ts';
import { changeSettings } from './change-settings.ts';
import { openTradingPage } from './open-trading-page.ts';

/** What buttons of the watch list and of the screener do. */
export function listActions(
  store: PopupStore,
): Pick<PopupActions, 'onList' | 'onLook' | 'onTrade' | 'onTradeAt'> {
  const change = (wanted: SettingsChange) => changeSettings(store, wanted);
  let looked: string | null = null;
  const look = async (markets: readonly string[] | null): Promise<void> => {
    // A view that is hidden is not looked at.
    if (document.visibilityState !== 'visible') return;
    const wanted = JSON.stringify(markets);
    if (wanted !== looked) store.setState({ glance: null });
    looked = wanted;
    const held = store.getState().glance?.madeAt ?? 0;
    const reply = await askWorker<'look-around'>({ kind: 'look-around', held, markets });
    if (reply.ok && reply.value !== null && looked === wanted) store.setState({ glance: reply.value });
  };
  return {
    onList: (watchList) => void change({ watchList }),
    onLook: (markets) => void look(markets),
    onTrade: (market) => void openTradingPage(market),
    onTradeAt: (venue) => void change({ tradeAt: venue }),
  };
}
