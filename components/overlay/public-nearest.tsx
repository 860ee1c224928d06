import { say } from '../../core/i18n/say.ts';
import type { PublicPositionsReport } from '../../core/market/market-report.ts';
import { formatPercent, formatPrice, formatTime } from '../ui/format.ts';

interface PublicNearestProps {
  /** Prices in the units of the page. */
  readonly known: PublicPositionsReport | undefined;
  readonly price: number | null;
  readonly decimals: number;
}

/** The largest positions that a venue shows to anyone and that a small move would liquidate. */
export function PublicNearest({ known, price, decimals }: PublicNearestProps) {
  if (known?.nearest === undefined || price === null) return null;
  // What the price has come to since is liquidated, or was closed before.
  const shown = known.nearest.filter(({ side, liquidationPrice }) =>
    side === 'long' ? liquidationPrice < price : liquidationPrice > price,
  );
  if (shown.length === 0) return null;
  return (
    <section
      class="public-nearest"
      title={say('public.about', { venue: known.venue, time: formatTime(known.since) })}
    >
      <h2 class="label">{say('public.nearest')}</h2>
      <ul>
        {shown.map(({ side, usd, liquidationPrice }) => (
          <li key={`${side} ${liquidationPrice} ${usd}`}>
            <span class={`swatch ${side}`} aria-hidden="true" />
            {say(`public.${side}`, {
              usd,
              price: formatPrice(liquidationPrice, decimals),
              away: formatPercent(Math.abs(liquidationPrice / price - 1), 1),
            })}
          </li>
        ))}
      </ul>
      {known.near !== undefined && known.near.usd > 0 && (
        <p class="secondary">
          {say('public.near', {
            usd: known.near.usd,
            reach: formatPercent(known.near.reach, 0),
            share: Math.min(1, known.near.knownUsd / known.near.usd),
          })}
        </p>
      )}
    </section>
  );
}
