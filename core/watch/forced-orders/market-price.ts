import type { Bars } from '../../market/bars.ts';
import type { ForcedOrder } from '../../market/forced-order.ts';

/**
 * Maintenance margin by which a bankruptcy price is moved back to the market: about 0.5 % on Binance, 0.7 % on Bybit.
 */
const MAINTENANCE_MARGIN = 0.0055;

/** `order` with the price at which the market was when it fired: the venue's word, else inside the bar's range. */
export function atMarketPrice<T extends Pick<ForcedOrder, 'side' | 'orderPrice' | 'filledPrice'>>(
  order: T,
  low: number,
  high: number,
): T {
  if (order.filledPrice !== null) return order;
  const backed = order.orderPrice * (order.side === 'long' ? 1 + MAINTENANCE_MARGIN : 1 - MAINTENANCE_MARGIN);
  return { ...order, filledPrice: Math.min(Math.max(backed, low), high) };
}

/** The same for orders ascending in time, each by the bar in which it fired; one without a bar stays as it is. */
export function atMarketPrices(orders: readonly ForcedOrder[], bars: Bars): readonly ForcedOrder[] {
  let row = 0;
  return orders.map((order) => {
    const atS = order.atMs / 1000;
    while ((bars.openTimeS[row] ?? Infinity) + bars.intervalS <= atS) row++;
    const isInside = (bars.openTimeS[row] ?? Infinity) <= atS;
    return isInside ? atMarketPrice(order, bars.low[row] ?? 0, bars.high[row] ?? Infinity) : order;
  });
}
