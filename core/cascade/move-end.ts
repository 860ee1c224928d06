/** Quantiles of a log distance. */
interface Interval {
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
}

/**
 * A move has ended when half of it has been given back; it ends at its farthest. Beyond the trigger a random walk then
 * goes on by an exponential whose mean is what must be given back (Taylor 1975, "A stopped Brownian motion formula").
 */
const GIVEN_BACK = 0.5;

const exponentialQuantile = (probability: number): number => -Math.log(1 - probability);

/**
 * Where a move that has come to `triggerDistance` ends, forced orders or not; never nearer than they would carry it.
 * @param forced where forced orders alone would carry it
 */
export function moveEndDistance(triggerDistance: number, forced: Interval): Interval {
  const at = (probability: number): number =>
    triggerDistance * (1 + GIVEN_BACK * exponentialQuantile(probability));
  return {
    p5: Math.max(forced.p5, at(0.05)),
    p50: Math.max(forced.p50, at(0.5)),
    p95: Math.max(forced.p95, at(0.95)),
  };
}
