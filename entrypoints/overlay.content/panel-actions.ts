import type { PanelActions } from '../../components/overlay/panel-actions.ts';
import type { PanelStore } from '../../components/overlay/panel-store.ts';
import { placeKeeper } from '../../components/page/keep-place.ts';
import type { PanelPlace } from '../../core/ledger/place.ts';
import { marketId } from '../../core/market/asset.ts';
import type { AnswerTo, Kind, MessageOf, Reply } from '../../core/service/protocol.ts';
import { ask, askHeat, askWindow } from './messages.ts';

/** What the panel's buttons do on the page of `site`; a refusal is said in the panel, and what is stored is shown. */
export function createActions(store: PanelStore, site: string, known: Partial<PanelPlace>): PanelActions {
  const request = async <K extends Kind>(message: MessageOf<K>): Promise<AnswerTo<K> | null> =>
    said<AnswerTo<K>>(store, await ask<K>(message));
  const ofMarket = (kind: 'refresh' | 'open-record') => {
    const { market } = store.getState();
    if (market !== null) void request<typeof kind>({ kind, market: marketId(market) });
  };
  return {
    onPlace: placeKeeper(known, (change) => request<'change-place'>({ kind: 'change-place', site, change })),
    onReload: () => location.reload(),
    onSnooze: (id, snoozeMs) =>
      void request<'dismiss-warning'>({ kind: 'dismiss-warning', id, snoozeMs }).then(
        (dismissed) => dismissed && store.setState({ dismissed }),
      ),
    onPermission: () => void request<'open-popup'>({ kind: 'open-popup' }),
    onHosts: () => void request<'open-options'>({ kind: 'open-options', section: 'venues' }),
    onListeningOptions: () => void request<'open-options'>({ kind: 'open-options', section: 'listening' }),
    onListenToOwnPages: () =>
      void request<'listen-to-own-pages'>({ kind: 'listen-to-own-pages' }).then(
        (listening) => listening && store.setState({ listening }),
      ),
    onChange: ({ mapChoices }) =>
      void request<'change-map-choices'>({ kind: 'change-map-choices', change: mapChoices }),
    askMapWindow: askWindow,
    askOrders: askHeat.orders,
    onRecord: () => ofMarket('open-record'),
    onRefresh: () => ofMarket('refresh'),
  };
}

/** The answer; a refusal is shown until something is done again. */
function said<Answer>(store: PanelStore, reply: Reply<Answer>): Answer | null {
  store.setState({ refused: reply.ok ? null : reply.refusal });
  return reply.ok ? reply.value : null;
}
