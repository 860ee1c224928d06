import type { SavedPosition } from '../../market/position.ts';
import { signOf } from '../margin-equation.ts';
import { firstTouch } from '../touch/first-touch.ts';
import { touchProbability, type TouchQuestion } from '../touch/touch-probability.ts';
import { returnLaw, type VolatilityForecast } from '../touch/volatility-forecast.ts';

/** A position with its stop, targets and horizon, seen from `price`. */
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
  /** What comes first: the nearest target that is ahead, the end, or neither; null of a target or an end that is not there. */
  readonly first: {
    readonly target: number | null;
    readonly end: number | null;
    readonly neither: number;
  };
}

/** Null where the price has passed the stop or the liquidation already. */
export function planChances(question: PlanQuestion): PlanChances | null {
  const { position, price, forecast } = question;
  const sign = signOf(position.side);
  const end = endOf(question);
  const wayDown = end === null ? null : sign * Math.log(price / end.price);
  if (wayDown !== null && wayDown <= 0) return null;
  const law = returnLaw(forecast, position.horizonHours);
  const ways = (position.targets ?? []).map((target) => sign * Math.log(target.price / price));
  const ahead = ways.filter((way) => way > 0);
  return {
    end,
    targets: ways.map((way) =>
      way > 0
        ? {
            horizon: race(law, way, wayDown).target ?? 0,
            ever: wayDown === null ? null : wayDown / (way + wayDown),
          }
        : null,
    ),
    first: race(law, ahead.length === 0 ? null : Math.min(...ahead), wayDown),
  };
}

/** Which of two distances is gone first; either may not be there. */
function race(
  law: Omit<TouchQuestion, 'distance'>,
  up: number | null,
  down: number | null,
): PlanChances['first'] {
  if (up !== null && down !== null) {
    const first = firstTouch({ ...law, up, down });
    return { target: first.up, end: first.down, neither: first.neither };
  }
  const [target, end] = [up, down].map((distance) =>
    distance === null ? null : touchProbability({ ...law, distance }),
  );
  return { target: target ?? null, end: end ?? null, neither: 1 - (target ?? end ?? 0) };
}

function endOf({ position, liquidationPrice }: PlanQuestion): PlanChances['end'] {
  const { stopPrice, side } = position;
  const stop = stopPrice === null ? null : ({ by: 'stop', price: stopPrice } as const);
  if (liquidationPrice === null) return stop;
  const liquidation = { by: 'liquidation', price: liquidationPrice } as const;
  return stop === null || signOf(side) * (liquidation.price - stop.price) >= 0 ? liquidation : stop;
}
