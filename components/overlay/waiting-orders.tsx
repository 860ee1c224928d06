import { say } from '../../core/i18n/say.ts';
import type { WaitingOrdersReport } from '../../core/market/market-report.ts';
import { waitsBelow } from '../../core/market/waiting-order.ts';
import { formatAge, formatPercent, formatPrice } from '../ui/format.ts';

interface WaitingOrdersProps {
  /** Prices in the units of the page. */
  readonly known: WaitingOrdersReport | undefined;
  readonly price: number | null;
  readonly decimals: number;
  readonly nowMs: number;
}

/** Stops and take-profits near the price, of the accounts that a venue shows to anyone and that were asked for them. */
export function WaitingOrders({ known, price, decimals, nowMs }: WaitingOrdersProps) {
  if (known === undefined || price === null) return null;
  // What the price has come through since was set off.
  const shown = known.bands.filter((band) => (waitsBelow(band) ? band.low < price : band.high > price));
  const { accounts, unread, venue, since, reach } = known;
  return (
    <section class="public-nearest">
      <h2 class="label">{say('waiting.title')}</h2>
      {shown.length > 0 && (
        <ul>
          {shown.map((band) => {
            const { kind, side, low, high, usd } = band;
            // Where it begins for a price that comes to it.
            const edge = waitsBelow(band) ? Math.min(high, price) : Math.max(low, price);
            return (
              <li key={`${kind} ${side} ${low}`}>
                <span class={`swatch ${side}`} aria-hidden="true" />
                {say(`waiting.${kind}`, {
                  usd,
                  low: formatPrice(low, decimals),
                  high: formatPrice(high, decimals),
                  away: formatPercent(edge / price - 1, 1, true),
                })}
              </li>
            );
          })}
        </ul>
      )}
      {shown.length === 0 && accounts > 0 && <p>{say('waiting.none', { reach: formatPercent(reach, 0) })}</p>}
      {accounts > 0 && (
        <p class="secondary">{say('waiting.about', { accounts, venue, age: formatAge(nowMs - since) })}</p>
      )}
      {accounts + unread === 0 && <p class="secondary">{say('waiting.unasked')}</p>}
      {unread > 0 && <p class="secondary">{say('waiting.unread', { unread })}</p>}
    </section>
  );
}
