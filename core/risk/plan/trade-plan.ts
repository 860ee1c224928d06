import type { SavedPosition } from '../../market/position.ts';
import { formulaOf } from '../formulas/registry.ts';
import type { VolatilityForecast } from '../touch/volatility-forecast.ts';
import { breakEvenPrice } from './break-even.ts';
import { planChances, type PlanChances } from './plan-chances.ts';
import { multipleOf, rewardOf, type Reward } from './reward.ts';

/** What a position's stop and targets make of it. */
export interface TradePlan extends Reward {
  /** Where the price stands in R now; null without a risk. */
  readonly now: number | null;
  /** Its targets in the order of those above. Null where no volatility is known, and where the price has passed what ends it. */
  readonly chances: PlanChances | null;
  /** Exit prices at which nothing is gained; null where no price makes up for the costs. */
  readonly breakEven: {
    readonly takerFee: number;
    readonly afterFees: number | null;
    /** With the funding of the horizon at its present rate; null where the rate is not known too. */
    readonly afterFunding: number | null;
  };
}

/** A position with its stop, targets and horizon, seen from `price`. Without a forecast no chances are told. */
export interface TradePlanQuestion {
  readonly position: SavedPosition;
  /** Mark price, USD. */
  readonly price: number;
  /** Where the position is liquidated on its losing side, USD; null: nowhere. */
  readonly liquidationPrice: number | null;
  readonly forecast: VolatilityForecast | null;
  /** Dollars of funding over the horizon, negative where they are received; null: the rate is not known. */
  readonly fundingUsd: number | null;
}

/** Fees are the venue's ordinary taker fees. */
export function tradePlan(question: TradePlanQuestion): TradePlan {
  const { position, price, forecast, fundingUsd } = question;
  const takerFee = formulaOf(position.venue)?.takerFee ?? 0;
  const breakEvenAfter = (paidUsd: number): number | null =>
    breakEvenPrice(position, { takerFee, fundingUsd: paidUsd, markPrice: price });
  const reward = rewardOf(position);
  return {
    ...reward,
    now: multipleOf(position, price),
    chances:
      forecast && planChances({ ...question, position: { ...position, targets: reward.targets }, forecast }),
    breakEven: {
      takerFee,
      afterFees: breakEvenAfter(0),
      afterFunding: fundingUsd === null ? null : breakEvenAfter(fundingUsd),
    },
  };
}
