import { say } from '../../core/i18n/say-own.ts';
import type { SavedPosition } from '../../core/market/position.ts';
import type { TradePlan } from '../../core/risk/plan/trade-plan.ts';
import { formatHorizon } from '../popup/format-risk.ts';
import { formatChance, formatPercent, formatPrice } from '../ui/format.ts';
import { useOwn } from '../ui/own-amounts.ts';

interface PlanTableProps {
  readonly plan: TradePlan;
  readonly position: SavedPosition;
  readonly decimals: number;
}

/** Targets and what ends the position else, each with its chance. */
export function PlanTable({ plan, position, decimals }: PlanTableProps) {
  const own = useOwn();
  const { chances, targets } = plan;
  const end = say(`plan.end.${chances?.end?.by ?? 'nothing'}`);
  const horizon = formatHorizon(position.horizonHours);
  return (
    <table class="figures list">
      <caption class="visually-hidden">{say('plan.about', { end })}</caption>
      <thead>
        <tr>
          <th scope="col">{say('plan.target')}</th>
          <th scope="col">{say('plan.share')}</th>
          <th scope="col" title={say('plan.multiple.about')}>
            {say('plan.multiple')}
          </th>
          <th scope="col">{say('plan.profit')}</th>
          <th scope="col" title={say('plan.before.about', { end })}>
            {say('plan.before', { horizon })}
          </th>
          <th scope="col" title={say('plan.ever.about')}>
            {say('plan.ever')}
          </th>
        </tr>
      </thead>
      <tbody>
        {targets.map(({ price, share, multiple, profitUsd }, at) => {
          const chance = chances?.targets[at] ?? null;
          return (
            <tr key={at}>
              <th scope="row" class="figure">
                {formatPrice(price, decimals)}
              </th>
              <td class="figure">{formatPercent(share, 0)}</td>
              <td class="figure">{multiple === null ? '–' : multiple.toFixed(1)}</td>
              <td class="figure" title={own.exact(profitUsd)}>
                {own.usd(profitUsd)}
              </td>
              {chance === null ? (
                <td class="figure" colSpan={2}>
                  {chances === null ? '–' : say('plan.passed')}
                </td>
              ) : (
                <>
                  <td class="figure">
                    <b>{formatChance(chance.horizon)}</b>
                  </td>
                  <td class="figure">{chance.ever === null ? '–' : formatChance(chance.ever)}</td>
                </>
              )}
            </tr>
          );
        })}
        <Ends {...{ plan, position, decimals, end }} />
      </tbody>
    </table>
  );
}

/** What else may come: the stop or the liquidation first, or neither. */
function Ends({ plan, position, decimals, end }: PlanTableProps & { readonly end: string }) {
  const own = useOwn();
  const { chances, riskUsd } = plan;
  const by = chances?.end?.by ?? (position.stopPrice === null ? null : 'stop');
  const price = chances?.end?.price ?? position.stopPrice;
  const first = chances?.first ?? null;
  return (
    <>
      {by !== null && (
        <tr title={say('plan.first.about')}>
          <th scope="row" class="figure">
            {formatPrice(price, decimals)} <span class="secondary">{say(`plan.${by}`)}</span>
          </th>
          <td />
          <td class="figure">{by === 'stop' && riskUsd !== null ? '−1.0' : '–'}</td>
          <td class="figure">{by === 'stop' && riskUsd !== null ? own.usd(-riskUsd) : '–'}</td>
          <td class="figure">{first?.end == null ? '–' : formatChance(first.end)}</td>
          <td />
        </tr>
      )}
      {first !== null && (
        <tr title={say('plan.neither.about', { end })}>
          <th scope="row">{say('plan.neither')}</th>
          <td colSpan={3} />
          <td class="figure">{formatChance(first.neither)}</td>
          <td />
        </tr>
      )}
    </>
  );
}
