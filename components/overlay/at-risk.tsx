import type { AtRiskRung } from '../../core/market/market-report.ts';
import type { MapKind } from '../../core/market/map-window.ts';
import { Changing } from '../ui/changing.tsx';
import { formatPrice, formatUsd, formatUsdExact, formatUsdRange } from '../ui/format.ts';

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
          <span key={rung.side} class={rung.side} title={`${formatUsdExact(usd)}, an estimate`}>
            to {formatPrice(rung.price, decimals)}:{' '}
            <b>
              <Changing text={formatUsd(usd)} />
            </b>{' '}
            of {rung.side}s{' '}
            {interval !== undefined && interval.p10 < interval.p90 && (
              <span class="secondary" title="p10 to p90">
                {formatUsdRange(interval.p10, interval.p90)}
              </span>
            )}
          </span>
        );
      })}
    </p>
  );
}
