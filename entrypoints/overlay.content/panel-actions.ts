import type { PanelActions } from '../../components/overlay/panel-actions.ts';
import type { PanelStore } from '../../components/overlay/panel-store.ts';
import { placeKeeper } from '../../components/page/keep-place.ts';
import type { PanelPlace } from '../../core/ledger/place.ts';
import { SIDE_PANEL_CALL } from '../../core/service/page-messages.ts';
import { askWorker, tellWorker } from '../shared/ask-worker.ts';
import { marketActions, requestBy } from '../shared/market-actions.ts';

/** What the panel's buttons do on the page of `site`; a refusal is said in the panel, and what is stored is shown. */
export function createActions(store: PanelStore, site: string, known: Partial<PanelPlace>): PanelActions {
  const request = requestBy(store, askWorker);
  return {
    ...marketActions(store, askWorker),
    onPlace: placeKeeper(known, {
      isPlaced: () => store.getState().isPlaced,
      store: (change) => request<'change-place'>({ kind: 'change-place', site, change }),
    }),
    onPermission: () => void request<'open-popup'>({ kind: 'open-popup' }),
    // Firefox opens its side panel for no click in a page.
    ...(import.meta.env.FIREFOX ? {} : { onSidePanel: () => void callSidePanel(store) }),
  };
}

/** Sent in the click itself, which the browser demands. */
async function callSidePanel(store: PanelStore): Promise<void> {
  const reply = await tellWorker<null>(SIDE_PANEL_CALL);
  store.setState({ refused: reply.ok ? null : reply.refusal });
}
