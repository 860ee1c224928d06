import type { SavedPosition } from '../market/position.ts';
import { fundingUsd } from '../risk/advice/funding-terms.ts';
import { sizeForRisk, type SizeForRisk } from '../risk/plan/size-for-risk.ts';
import { tradePlan, type TradePlan } from '../risk/plan/trade-plan.ts';
import { constantVolatility } from '../risk/touch/volatility-forecast.ts';

/** What the caller says of the market; null: not said. */
export interface PlanTerms {
  /** Standard deviation of a day's log return. */
  readonly dailyVolatility: number | null;
  /** What longs pay in eight hours, a fraction of notional. */
  readonly fundingRate8h: number | null;
  /** Dollars that the stop may cost. */
  readonly riskUsd: number | null;
}

export type PlanAnswer = TradePlan & {
  /** Where a risk is named. */
  readonly sizeForRisk?: SizeForRisk | null;
};

/** What stop and targets make of a position; null of one that has neither. */
export function planAnswer(
  position: SavedPosition,
  liquidationPrice: number | null,
  markPrice: number,
  { dailyVolatility, fundingRate8h, riskUsd }: PlanTerms,
): PlanAnswer | null {
  if (position.stopPrice === null && position.targets === undefined) return null;
  const plan = tradePlan({
    position,
    price: markPrice,
    liquidationPrice,
    forecast: dailyVolatility === null ? null : constantVolatility(dailyVolatility ** 2),
    fundingUsd:
      fundingRate8h === null
        ? null
        : fundingUsd(position, { markPrice, rate8h: fundingRate8h, hours: position.horizonHours }),
  });
  const { takerFee } = plan.breakEven;
  return riskUsd === null
    ? plan
    : { ...plan, sizeForRisk: sizeForRisk(position, riskUsd, { takerFee, depth: null }) };
}
