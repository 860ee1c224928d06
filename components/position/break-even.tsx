import { say } from '../../core/i18n/say-own.ts';
import type { SavedPosition } from '../../core/market/position.ts';
import type { TradePlan } from '../../core/risk/plan/trade-plan.ts';
import { formatPercent, formatPrice } from '../ui/format.ts';

interface BreakEvenProps {
  readonly plan: Pick<TradePlan, 'breakEven'>;
  readonly position: SavedPosition;
  readonly decimals: number;
}

/** The prices at which fees, and fees and funding, are earned. */
export function BreakEven({ plan: { breakEven }, position, decimals }: BreakEvenProps) {
  const { takerFee, afterFees, afterFunding } = breakEven;
  const write = (price: number | null): string =>
    price === null ? say('plan.break-even.never') : formatPrice(price, decimals);
  return (
    <table class="figures">
      <caption class="visually-hidden">{say('plan.break-even')}</caption>
      <tbody>
        <tr>
          <th scope="row">{say('plan.break-even.fees', { fee: formatPercent(takerFee, 3) })}</th>
          <td class="figure">{write(afterFees)}</td>
        </tr>
        {afterFunding !== null && (
          <tr>
            <th scope="row">{say('plan.break-even.funding', { hours: String(position.horizonHours) })}</th>
            <td class="figure">{write(afterFunding)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
