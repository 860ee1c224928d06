import { say, sayParts } from '../../core/i18n/say.ts';
import type { AtRiskRung } from '../../core/market/market-report.ts';
import type { MapKind } from '../../core/market/map-window.ts';
import { Changing } from '../ui/changing.tsx';
import { formatPrice, formatUsdRange } from '../ui/format.ts';
import { Sentence } from '../ui/sentence.tsx';

interface AtRiskProps {
  readonly rungs: readonly AtRiskRung[];
  readonly price: number;
  readonly view: MapKind;
  readonly decimals: number;
}

/** The rung that is quoted lies within this fraction of the price. */
const REACH = 0.08;

/** "to 84,000: 10.7 B of longs", on both sides. */
export function AtRisk({ rungs, price, view, decimals }: AtRiskProps) {
  const far = (side: AtRiskRung['side']) =>
    rungs
      .filter((rung) => rung.side === side && Math.abs(rung.price / price - 1) <= REACH)
      .reduce<AtRiskRung | null>(
        (best, rung) =>
          best === null || Math.abs(rung.price - price) > Math.abs(best.price - price) ? rung : best,
        null,
      );
  const shown = [far('long'), far('short')].filter((rung) => rung !== null);
  if (shown.length === 0) return null;
  return (
    <p class="at-risk">
      {shown.map((rung) => {
        const usd = view === 'exposure' ? rung.exposureUsd : rung.forcedUsd;
        const interval = view === 'exposure' ? rung.exposureInterval : rung.forcedInterval;
        return (
          <span key={rung.side} class={rung.side} title={say('total.about', { usd })}>
            <Sentence
              parts={sayParts(`total.${rung.side}`, { far: formatPrice(rung.price, decimals), usd })}
              marks={{
                usd: (text) => (
                  <b>
                    <Changing text={text} />
                  </b>
                ),
              }}
            />{' '}
            {interval !== undefined && interval.p10 < interval.p90 && (
              <span class="secondary" title={say('interval')}>
                {formatUsdRange(interval.p10, interval.p90)}
              </span>
            )}
          </span>
        );
      })}
    </p>
  );
}
