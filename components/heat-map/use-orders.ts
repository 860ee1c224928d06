import { useEffect, useMemo, useReducer } from 'preact/hooks';

import type { ShownOrder, ShownPart } from '../../core/market/heard-orders.ts';
import type { HeatView } from './heat-view.ts';
import { type AskOrders, keepOrders } from './keep-orders.ts';
import type { PastName } from './use-heat-past.ts';

/** The forced orders that were heard in the times of `view`, as far as they are known. */
export function useOrders(
  ask: AskOrders,
  { market, venue }: Pick<PastName, 'market' | 'venue'>,
  { fromS, untilS }: HeatView,
  nowS: number,
): { readonly orders: readonly ShownOrder[]; readonly part: ShownPart } {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const keeper = useMemo(() => keepOrders(ask, () => redraw(undefined)), [ask]);
  useEffect(() => keeper.forget, [keeper]);
  useEffect(() => keeper.want({ market, fromS, untilS, nowS }), [keeper, market, fromS, untilS, nowS]);
  const all = keeper.orders();
  const orders = useMemo(
    () => (venue === 'all' ? all : all.filter((order) => order.venue === venue)),
    [all, venue],
  );
  return { orders, part: orders.length === 0 ? 'none' : keeper.part() };
}
