import { lowerBound } from '../../engine/skill/price-path.ts';
import type { Bars } from '../../market/bars.ts';
import type { ForcedOrder } from '../../market/forced-order.ts';

/**
 * Maintenance margin by which a bankruptcy price is moved back to the market: about 0.5 % on Binance, 0.7 % on Bybit.
 */
const MAINTENANCE_MARGIN = 0.0055;

/** Where the market was when `order` fired: the venue's word, else inside the bar's range. */
export function marketPriceOf(
  order: Pick<ForcedOrder, 'side' | 'orderPrice' | 'filledPrice'>,
  low: number,
  high: number,
): number {
  if (order.filledPrice !== null) return order.filledPrice;
  const backed = order.orderPrice * (order.side === 'long' ? 1 + MAINTENANCE_MARGIN : 1 - MAINTENANCE_MARGIN);
  return Math.min(Math.max(backed, low), high);
}

/** Orders ascending in time, each with the market's price by the bar in which it fired; one without a bar stays as it is. */
export function atMarketPrices(orders: readonly ForcedOrder[], bars: Bars): readonly ForcedOrder[] {
  let row = lowerBound(bars.openTimeS, (orders[0]?.atMs ?? 0) / 1000 - bars.intervalS);
  return orders.map((order) => {
    const atS = order.atMs / 1000;
    while ((bars.openTimeS[row] ?? Infinity) + bars.intervalS <= atS) row++;
    const isInside = (bars.openTimeS[row] ?? Infinity) <= atS;
    if (!isInside || order.filledPrice !== null) return order;
    return { ...order, filledPrice: marketPriceOf(order, bars.low[row] ?? 0, bars.high[row] ?? Infinity) };
  });
}
