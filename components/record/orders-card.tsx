import { useMemo } from 'preact/hooks';

import type { ForcedOrder } from '../../core/market/forced-order.ts';
import { formatPrice, formatUsd, glanceDecimals } from '../ui/format.ts';
import { Plot, type PlotSeries } from './plot.tsx';
import { timeText } from './record-text.ts';
import { HOUR_MS } from '../../core/market/time.ts';

const SERIES: readonly PlotSeries[] = [
  { label: 'longs', color: '--longs', kind: 'points' },
  { label: 'shorts', color: '--shorts', kind: 'points' },
];

/** The largest are drawn, where the plot would be full of points. */
const MOST_POINTS = 2_000;

interface Hour {
  readonly atMs: number;
  longUsd: number;
  shortUsd: number;
  low: number;
  high: number;
}

/** Forced orders that were heard, by price and time. */
export function OrdersCard({
  orders,
  theme,
}: {
  readonly orders: readonly ForcedOrder[];
  readonly theme: string;
}) {
  const hours = useMemo(() => byHour(orders), [orders]);
  const data = useMemo(() => {
    const drawn = [...orders]
      .sort((a, b) => b.notionalUsd - a.notionalUsd)
      .slice(0, MOST_POINTS)
      .sort((a, b) => a.atMs - b.atMs);
    const priceIf = (side: ForcedOrder['side']) =>
      drawn.map((order) => (order.side === side ? priceOf(order) : null));
    return [drawn.map(({ atMs }) => atMs / 1000), priceIf('long'), priceIf('short')];
  }, [orders]);
  const decimals = orders[0] === undefined ? 0 : glanceDecimals(priceOf(orders[0]), null);
  return (
    <section class="card" aria-labelledby="orders-title">
      <h2 id="orders-title">Realised liquidations</h2>
      <p class="secondary">
        Forced orders of the last seven days that were heard, by the price at which the market was; orange:
        longs, blue: shorts.
        {orders.length > MOST_POINTS ? ` The ${MOST_POINTS} largest are drawn.` : ''}
      </p>
      {orders.length === 0 ? (
        <p>None were heard yet.</p>
      ) : (
        <Plot
          label="Forced orders by time and price; the hours are in the table below"
          data={data}
          series={SERIES}
          isTime
          format={(price) => formatPrice(price, decimals)}
          theme={theme}
        />
      )}
      <details>
        <summary>By hour, as a table</summary>
        <table>
          <caption>Dollars heard by the hour, the latest first</caption>
          <thead>
            <tr>
              <th scope="col">hour (UTC)</th>
              <th scope="col">longs USD</th>
              <th scope="col">shorts USD</th>
              <th scope="col">prices</th>
            </tr>
          </thead>
          <tbody>
            {hours.map(({ atMs, longUsd, shortUsd, low, high }) => (
              <tr key={atMs}>
                <th scope="row">{timeText(atMs)}</th>
                <td>{formatUsd(longUsd)}</td>
                <td>{formatUsd(shortUsd)}</td>
                <td>{`${formatPrice(low, decimals)} to ${formatPrice(high, decimals)}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

const priceOf = ({ filledPrice, orderPrice }: ForcedOrder): number => filledPrice ?? orderPrice;

function byHour(orders: readonly ForcedOrder[]): readonly Hour[] {
  const hours = new Map<number, Hour>();
  for (const order of orders) {
    const atMs = Math.floor(order.atMs / HOUR_MS) * HOUR_MS;
    const price = priceOf(order);
    const hour = hours.get(atMs) ?? { atMs, longUsd: 0, shortUsd: 0, low: price, high: price };
    if (order.side === 'long') hour.longUsd += order.notionalUsd;
    else hour.shortUsd += order.notionalUsd;
    hour.low = Math.min(hour.low, price);
    hour.high = Math.max(hour.high, price);
    hours.set(atMs, hour);
  }
  return [...hours.values()].toReversed();
}
