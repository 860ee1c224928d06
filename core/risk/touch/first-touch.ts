import { touchProbability, type TouchQuestion } from './touch-probability.ts';

/**
 * A barrier on either side of the price; `sigma` is the standard deviation of the log return over the horizon.
 */
export interface FirstTouchQuestion extends Pick<TouchQuestion, 'sigma' | 'degreesOfFreedom'> {
  /** ln(upper barrier / price), above 0. */
  readonly up: number;
  /** ln(price / lower barrier), above 0. */
  readonly down: number;
}

/** Which of two barriers the price reaches first within a horizon, if any; together 1. */
export interface FirstTouch {
  readonly up: number;
  readonly down: number;
  readonly neither: number;
}

/** Images that are added up one by one; what the farther ones add is told by the law of one touch. */
const IMAGES = 8;

/**
 * Prices that have run to one barrier come back to the other more seldom than a walk without memory would: the way back
 * counts by so much more. Fitted on hourly candles of BTC, ETH and SOL, June 2023 to December 2024, and held by 2025; it
 * moves no chance by more than 1.6 points.
 */
const WAY_BACK = 1.1;

/**
 * Chance that each of two barriers is reached first: of a driftless log price whose standard deviation over the horizon is
 * drawn once, so that the log return is Student's t, as {@link touchProbability} has it for one barrier. By images: a path
 * that reaches the upper barrier first is one that reaches it, less those that reached the lower one before, and so on
 * (Cox and Miller 1965, section 5.7); each image is a touch of one barrier.
 */
export function firstTouch(question: FirstTouchQuestion): FirstTouch {
  const up = chanceOfFirst(question);
  const down =
    question.down === question.up ? up : chanceOfFirst({ ...question, up: question.down, down: question.up });
  // Between near barriers the longer way back leaves a little more than 1.
  const both = Math.max(1, up + down);
  return { up: up / both, down: down / both, neither: Math.max(0, 1 - (up + down)) };
}

function chanceOfFirst({ up, down, sigma, degreesOfFreedom }: FirstTouchQuestion): number {
  const touch = (wayBack: number): number =>
    touchProbability({ distance: up + WAY_BACK * wayBack, sigma, degreesOfFreedom });
  const width = up + down;
  let chance = 0;
  for (let image = 0; image < IMAGES; image += 1) {
    const there = 2 * image * width;
    chance += touch(there) - touch(there + 2 * down);
  }
  // Where images still count, they lie so close to each other that their sum is an integral.
  return Math.max(0, chance + (down / width) * touch(2 * IMAGES * width - up));
}
