import { say } from '../../core/i18n/say-page.ts';
import { useMemo } from 'preact/hooks';

import type { ForcedOrder } from '../../core/market/forced-order.ts';
import { formatPrice, formatUsd, glanceDecimals } from '../ui/format.ts';
import { Plot, type PlotSeries } from './plot.tsx';
import { timeText } from './record-text.ts';
import { HOUR_MS } from '../../core/market/time.ts';

const SERIES: readonly PlotSeries[] = [
  { label: say('last.long'), color: '--longs', kind: 'points' },
  { label: say('last.short'), color: '--shorts', kind: 'points' },
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
      <h2 id="orders-title">{say('orders.title')}</h2>
      <p class="secondary">
        {say('orders.about')}
        {orders.length > MOST_POINTS && ` ${say('orders.largest', { drawn: String(MOST_POINTS) })}`}
      </p>
      {orders.length === 0 ? (
        <p>{say('orders.none')}</p>
      ) : (
        <Plot
          label={say('orders.plot')}
          data={data}
          series={SERIES}
          isTime
          format={(price) => formatPrice(price, decimals)}
          theme={theme}
        />
      )}
      <details>
        <summary>{say('orders.by-hour')}</summary>
        <table>
          <caption>{say('orders.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('orders.hour')}</th>
              <th scope="col">{say('orders.long')}</th>
              <th scope="col">{say('orders.short')}</th>
              <th scope="col">{say('orders.prices')}</th>
            </tr>
          </thead>
          <tbody>
            {hours.map(({ atMs, longUsd, shortUsd, low, high }) => (
              <tr key={atMs}>
                <th scope="row">{timeText(atMs)}</th>
                <td>{formatUsd(longUsd)}</td>
                <td>{formatUsd(shortUsd)}</td>
                <td>
                  {say('range', { low: formatPrice(low, decimals), high: formatPrice(high, decimals) })}
                </td>
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
