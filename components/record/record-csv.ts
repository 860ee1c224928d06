import type { ForecastOutcome } from '../../core/report/forecast/track-record.ts';
import type { ForcedOrder } from '../../core/market/forced-order.ts';

/** Forecasts beside what happened, one side a row; times are epoch seconds, UTC. */
export const outcomesCsv = (outcomes: readonly ForecastOutcome[]): string =>
  csv(
    ['ts_s', 'side', 'price', 'reach', 'expected_usd', 'p10_usd', 'p90_usd', 'realised_usd', 'apart'],
    outcomes
      .toReversed()
      .map(({ atS, side, price, reach, expectedUsd, lowUsd, highUsd, realisedUsd, isApart }) => [
        atS,
        side,
        price,
        reach.toPrecision(5),
        Math.round(expectedUsd),
        Math.round(lowUsd),
        Math.round(highUsd),
        Math.round(realisedUsd),
        isApart ? 1 : 0,
      ]),
  );

/** Forced orders in the format of the command line's `--prints`. */
export const ordersCsv = (market: string, orders: readonly ForcedOrder[]): string =>
  csv(
    ['ts_s', 'symbol', 'side', 'fired_price', 'order_price', 'qty_base', 'notional_usd', 'venue'],
    orders.map(({ atMs, venue, side, filledPrice, orderPrice, quantityBase, notionalUsd }) => [
      atMs / 1000,
      market,
      side,
      filledPrice ?? '',
      orderPrice,
      quantityBase,
      notionalUsd.toFixed(2),
      venue,
    ]),
  );

const csv = (header: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  `${[header, ...rows].map((row) => row.join(',')).join('\n')}\n`;
