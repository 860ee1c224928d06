import { createRandom, drawNormal } from '../../../core/market/random.ts';
import { coinWeek } from '../../../core/risk/touch/week-rhythm.ts';

export interface RaceRun {
  readonly up: number;
  readonly down: number;
  readonly neither: number;
}

/** Ten minutes. */
const STEPS_AN_HOUR = 6;

/**
 * Shares of seeded paths that reach a barrier `up` or `down` of a log price first. A day and a half from Monday, 00:00 UTC,
 * in the rhythm of the week; the volatility of a path is drawn so that the end is Student's t with four degrees of freedom
 * and variance 1. Between two steps a path may touch and come back (Brownian bridge).
 */
export function raceFrequencies(question: {
  readonly seed: number;
  readonly paths: number;
  readonly up: number;
  readonly down: number;
}): RaceRun {
  const { paths, up, down } = question;
  const uniform = createRandom(question.seed);
  const hours = coinWeek().factors.slice(0, 36);
  const total = STEPS_AN_HOUR * hours.reduce((sum, factor) => sum + factor, 0);
  const variances = Array.from(hours, (factor) => Array<number>(STEPS_AN_HOUR).fill(factor / total)).flat();
  const counts = { up: 0, down: 0 };
  for (let path = 0; path < paths; path += 1) {
    // Chi-squared of four degrees of freedom; 2 over it has mean 1.
    const scale = 2 / (-2 * Math.log((1 - uniform()) * (1 - uniform())));
    let at = 0;
    for (const share of variances) {
      const variance = scale * share;
      const next = at + Math.sqrt(variance) * drawNormal(uniform);
      const crosses = (from: number, to: number): boolean =>
        to <= 0 || uniform() < Math.exp((-2 * from * to) / variance);
      const isUp = crosses(up - at, up - next);
      if (isUp || crosses(down + at, down + next)) {
        counts[isUp ? 'up' : 'down'] += 1;
        break;
      }
      at = next;
    }
  }
  const [upShare, downShare] = [counts.up / paths, counts.down / paths];
  return { up: upShare, down: downShare, neither: 1 - upShare - downShare };
}
