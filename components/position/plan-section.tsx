import { say } from '../../core/i18n/say-own.ts';
import type { TradePlan } from '../../core/risk/plan/trade-plan.ts';
import { formatChance } from '../ui/format.ts';
import { useOwn } from '../ui/own-amounts.ts';
import { Section } from '../popup/section.tsx';
import { BreakEven } from './break-even.tsx';
import { RiskSize, type RiskSizeProps } from './risk-size.tsx';
import { PlanTable } from './plan-table.tsx';

export interface PlanSectionProps extends RiskSizeProps {
  readonly plan: TradePlan;
  readonly hasVolatility: boolean;
  /** Decimals of prices for a glance, and of those that one acts on. */
  readonly decimals: { readonly glance: number; readonly exact: number };
}

/** What stop and targets make of a position: R, chances of each, break-even, size for a risk. */
export function PlanSection(props: PlanSectionProps) {
  const { plan, position, decimals } = props;
  return (
    <Section title={say('plan.title')} figure={usePlanFigure(plan)}>
      {(plan.targets.length > 0 || position.stopPrice !== null) && (
        <PlanTable {...{ plan, position }} decimals={decimals.glance} />
      )}
      <Remarks {...props} />
      <BreakEven {...{ plan, position }} decimals={decimals.exact} />
      <RiskSize {...props} />
      <p class="secondary">{say('plan.shape')}</p>
    </Section>
  );
}

/** What is to be known without opening the section. */
function usePlanFigure({ rewardToRisk, riskUsd, chances }: TradePlan): string {
  const own = useOwn();
  const target = chances?.first.target ?? null;
  const chance = target === null ? null : formatChance(target);
  if (rewardToRisk !== null)
    return chance === null
      ? say('plan.figure.ratio', { multiple: rewardToRisk })
      : say('plan.figure.both', { multiple: rewardToRisk, chance });
  if (chance !== null) return say('plan.figure.chance', { chance });
  return riskUsd === null ? say('plan.figure.none') : say('plan.figure.risk', { usd: own.usd(riskUsd) });
}

/** What the table does not say. */
function Remarks({ plan, position, hasVolatility }: PlanSectionProps) {
  const { now, openShare, targets, chances, riskUsd } = plan;
  const hasExit = targets.length > 0 || position.stopPrice !== null;
  const texts = [
    now === null ? null : say('plan.now', { multiple: signed(now) }),
    targets.length > 0 && openShare > 0.0005 ? say('plan.open', { share: openShare }) : null,
    position.stopPrice !== null && riskUsd === null ? say('plan.no-risk') : null,
    hasExit && chances === null ? say(hasVolatility ? 'plan.chances.passed' : 'plan.chances.unknown') : null,
  ].filter((text) => text !== null);
  return texts.length === 0 ? null : <p>{texts.join(' ')}</p>;
}

const signed = (multiple: number): string => {
  const text = Math.abs(multiple).toFixed(1);
  return Number(text) === 0 ? text : `${multiple < 0 ? '−' : '+'}${text}`;
};
