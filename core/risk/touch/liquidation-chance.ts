import { effectiveDistance, type TerminalDistance } from './cascade-touch.ts';
import { touchProbability } from './touch-probability.ts';
import { touchQuestion, type VolatilityForecast } from './volatility-forecast.ts';

/** Chance that the mark price reaches a price within a horizon. */
export interface TouchChance {
  readonly horizonHours: number;
  /** By the price's own movement: the headline. */
  readonly plain: number;
  /** With forced orders carrying it part of the way; null where no cascade was computed. */
  readonly withCascade: number | null;
}

/** The horizons that every answer has. */
export const TOUCH_HORIZONS_HOURS = [4, 24, 168] as const;

/**
 * How likely `target` is reached from `price`, both USD; {@link TOUCH_HORIZONS_HOURS} where no horizons are named.
 */
export interface ChanceQuestion {
  readonly price: number;
  readonly target: number;
  readonly forecast: VolatilityForecast;
  /** Cascade draws towards the target; empty where none were computed. */
  readonly draws: readonly TerminalDistance[];
  readonly horizonsHours?: readonly number[];
}

/** Chance of touch at each horizon. */
export function touchChances(question: ChanceQuestion): readonly TouchChance[] {
  const { price, target, forecast, draws, horizonsHours = TOUCH_HORIZONS_HOURS } = question;
  const distance = Math.abs(Math.log(target / price));
  const nearer = draws.map((terminal) => effectiveDistance(terminal, distance));
  return horizonsHours.map((horizonHours) => {
    const plain = touchQuestion(forecast, horizonHours, distance);
    const sum = nearer.reduce((total, own) => total + touchProbability({ ...plain, distance: own }), 0);
    return {
      horizonHours,
      plain: touchProbability(plain),
      withCascade: nearer.length === 0 ? null : sum / nearer.length,
    };
  });
}
