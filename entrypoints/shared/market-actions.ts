import type { PanelActions } from '../../components/overlay/panel-actions.ts';
import type { PanelStore } from '../../components/overlay/panel-store.ts';
import { marketId } from '../../core/market/asset.ts';
import type { AnswerTo, Kind, MessageOf, Reply } from '../../core/service/protocol/list.ts';

/** Asks the background. */
export type Ask = <K extends Kind>(message: MessageOf<K>) => Promise<Reply<AnswerTo<K>>>;

/** Asks the background; null where it refuses, which the panel says until something is done again. */
export const requestBy =
  (store: PanelStore, ask: Ask) =>
  async <K extends Kind>(message: MessageOf<K>): Promise<AnswerTo<K> | null> => {
    const reply: Reply<AnswerTo<K>> = await ask<K>(message);
    store.setState({ refused: reply.ok ? null : reply.refusal });
    return reply.ok ? reply.value : null;
  };

/** The past of a market: its maps, its forced orders and its levels; null where there is no answer. */
export const pastBy = (ask: Ask): Pick<PanelActions, 'askMapWindow' | 'askOrders' | 'askLevels'> => ({
  askMapWindow: async (asked) => {
    const reply = await ask<'map-history'>({ kind: 'map-history', ...asked });
    return reply.ok ? reply.value : null;
  },
  askOrders: async (asked) => {
    const reply = await ask<'forced-orders'>({ kind: 'forced-orders', ...asked });
    return reply.ok ? reply.value : null;
  },
  askLevels: async (asked) => {
    const reply = await ask<'past-levels'>({ kind: 'past-levels', ...asked });
    return reply.ok ? reply.value : null;
  },
});

/** What a panel does wherever it stands. */
export function marketActions(store: PanelStore, ask: Ask) {
  const request = requestBy(store, ask);
  const ofMarket = (kind: 'refresh' | 'open-record') => {
    const { market } = store.getState();
    if (market !== null) void request<typeof kind>({ kind, market: marketId(market) });
  };
  return {
    ...pastBy(ask),
    onSnooze: (id, snoozeMs) =>
      void request<'dismiss-warning'>({ kind: 'dismiss-warning', id, snoozeMs }).then(
        (dismissed) => dismissed && store.setState({ dismissed }),
      ),
    onHosts: () => void request<'open-options'>({ kind: 'open-options', section: 'venues' }),
    onListeningOptions: () => void request<'open-options'>({ kind: 'open-options', section: 'listening' }),
    onListenToOwnPages: () =>
      void request<'listen-to-own-pages'>({ kind: 'listen-to-own-pages' }).then(
        (listening) => listening && store.setState({ listening }),
      ),
    onChange: ({ mapChoices }) =>
      void request<'change-map-choices'>({ kind: 'change-map-choices', change: mapChoices }),
    onRecord: () => ofMarket('open-record'),
    onRefresh: () => ofMarket('refresh'),
  } satisfies Partial<PanelActions>;
}
