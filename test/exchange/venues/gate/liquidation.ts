import type { ForcedClose } from '../../market/coin-market.ts';
import type { Listing } from '../listings.ts';
import { type ApiRequest, decimal } from '../venue-api.ts';
import { orderSizeOf } from './listing.ts';

/** Bankruptcy beyond liquidation, as a fraction of the price. */
const BANKRUPTCY = 0.004;

/** A position of more dollars is closed in two orders, the first a twelfth of it, the rest six seconds later. */
const ONE_ORDER_USD = 20_000;
const FIRST_SHARE = 1 / 12;
const SECOND_ORDER_S = 6;

/**
 * The orders by which one position was closed, ascending. `size` is what the position still was, positive for a long;
 * `order_size` the order against it. Sizes are text where the request asks for decimals.
 */
export function liquidationRows(request: Pick<ApiRequest, 'headers'>, listing: Listing, close: ForcedClose) {
  const whole = orderSizeOf(request, listing, close.sizeBase);
  const first = orderSizeOf(request, listing, close.sizeBase * FIRST_SHARE);
  const isTwo = close.sizeBase * close.firedPrice > ONE_ORDER_USD && first > 0;
  const orders = isTwo
    ? [
        { afterS: 0, position: whole, order: first },
        { afterS: SECOND_ORDER_S, position: whole - first, order: whole - first },
      ]
    : [{ afterS: 0, position: whole, order: whole }];
  const sign = close.side === 'long' ? 1 : -1;
  const size = (contracts: number) =>
    request.headers['x-gate-size-decimal'] === '1' ? String(Number(contracts.toFixed(1))) : contracts;
  return orders
    .filter(({ order }) => order > 0)
    .map(({ afterS, position, order }) => ({
      time: Math.floor(close.atS) + afterS,
      contract: listing.symbol,
      size: size(sign * position),
      order_size: size(-sign * order),
      order_price: decimal(close.firedPrice * (1 - sign * BANKRUPTCY), listing.tickSize),
      fill_price: decimal(close.firedPrice, listing.tickSize),
      left: size(0),
    }));
}
