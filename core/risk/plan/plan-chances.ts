import type { SavedPosition } from '../../market/position.ts';
import { signOf } from '../margin-equation.ts';
import { firstTouch, type FirstTouch } from '../touch/first-touch.ts';
import { touchProbability } from '../touch/touch-probability.ts';
import { returnLaw, type VolatilityForecast } from '../touch/volatility-forecast.ts';

export interface PlanQuestion {
  readonly position: SavedPosition;
  /** Mark price, USD. */
  readonly price: number;
  /** Where the position is liquidated on its losing side, USD; null: nowhere. */
  readonly liquidationPrice: number | null;
  readonly forecast: VolatilityForecast;
}

/** Chances of one target against what ends the position. */
export interface TargetChance {
  /** Within the position's horizon. */
  readonly horizon: number;
  /** However long it takes; null where nothing ends the position. */
  readonly ever: number | null;
}

/** How a position may end. Chances within its horizon. */
export interface PlanChances {
  /** What ends the position where no target does: the stop, or the liquidation where it comes before the stop or there is none. */
  readonly end: { readonly by: 'stop' | 'liquidation'; readonly price: number } | null;
  /** By target, in the position's order; null: the price has passed it. */
  readonly targets: readonly (TargetChance | null)[];
  /** The nearest target that is ahead against the end; null without such a target. */
  readonly nearest: { readonly target: number; readonly end: number; readonly neither: number } | null;
}

/** Null where the price has passed the stop or the liquidation already. */
export function planChances(question: PlanQuestion): PlanChances | null {
  const { position, price, forecast } = question;
  const sign = signOf(position.side);
  const end = endOf(question);
  const wayDown = end === null ? null : sign * Math.log(price / end.price);
  if (wayDown !== null && wayDown <= 0) return null;
  const law = returnLaw(forecast, position.horizonHours);
  const race = (wayUp: number): FirstTouch => {
    if (wayDown !== null) return firstTouch({ ...law, up: wayUp, down: wayDown });
    const up = touchProbability({ ...law, distance: wayUp });
    return { up, down: 0, neither: 1 - up };
  };
  const ways = (position.targets ?? []).map((target) => sign * Math.log(target.price / price));
  const ahead = ways.filter((way) => way > 0);
  const nearest = ahead.length === 0 ? null : race(Math.min(...ahead));
  return {
    end,
    targets: ways.map((way) =>
      way > 0 ? { horizon: race(way).up, ever: wayDown === null ? null : wayDown / (way + wayDown) } : null,
    ),
    nearest: nearest && { target: nearest.up, end: nearest.down, neither: nearest.neither },
  };
}

function endOf({ position, liquidationPrice }: PlanQuestion): PlanChances['end'] {
  const { stopPrice, side } = position;
  const stop = stopPrice === null ? null : ({ by: 'stop', price: stopPrice } as const);
  if (liquidationPrice === null) return stop;
  const liquidation = { by: 'liquidation', price: liquidationPrice } as const;
  return stop === null || signOf(side) * (liquidation.price - stop.price) >= 0 ? liquidation : stop;
}
