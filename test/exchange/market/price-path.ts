import type { Random } from './random.ts';
import type { PriceAnchor } from './scenario.ts';

/**
 * Log prices at `daysAgo` (descending), through every anchor, with a random walk bridged in between and
 * reflected at the extremes. The walk is drawn backwards from now, so a later start of the clock shifts the path
 * and leaves it otherwise as it was.
 */
export function walkThroughAnchors(
  daysAgo: Float64Array,
  anchors: readonly PriceAnchor[],
  dailyVolatility: number,
  random: Random,
): Float64Array {
  const walk = backwardWalk(daysAgo, dailyVolatility, random);
  const walkAtAnchor = anchors.map((anchor) => walk[nearestIndex(daysAgo, anchor.daysAgo)]!);
  const path = new Float64Array(daysAgo.length);
  let segment = 0;
  for (let index = 0; index < daysAgo.length; index++) {
    const at = daysAgo[index]!;
    while (segment < anchors.length - 2 && anchors[segment + 1]!.daysAgo >= at) segment++;
    const from = anchors[segment]!;
    const to = anchors[segment + 1]!;
    const share = Math.min(1, Math.max(0, (from.daysAgo - at) / (from.daysAgo - to.daysAgo)));
    const trend = Math.log(from.price) * (1 - share) + Math.log(to.price) * share;
    const bridge = walk[index]! - walkAtAnchor[segment]! * (1 - share) - walkAtAnchor[segment + 1]! * share;
    path[index] = reflect(trend + bridge, ...boundsOf(from, to));
  }
  return path;
}

/** Lowest and highest log price between two anchors: an extreme itself, a little more for any other anchor. */
export function boundsOf(from: PriceAnchor, to: PriceAnchor): readonly [number, number] {
  const [below, above] = from.price < to.price ? [from, to] : [to, from];
  return [
    Math.log(below.price) - (below.extreme === true ? 0 : 0.012),
    Math.log(above.price) + (above.extreme === true ? 0 : 0.012),
  ];
}

function backwardWalk(daysAgo: Float64Array, dailyVolatility: number, random: Random): Float64Array {
  const walk = new Float64Array(daysAgo.length);
  let heat = 0;
  for (let index = daysAgo.length - 2; index >= 0; index--) {
    const days = daysAgo[index]! - daysAgo[index + 1]!;
    heat = 0.98 * heat + 0.1 * random.normal();
    walk[index] = walk[index + 1]! + dailyVolatility * Math.sqrt(days) * Math.exp(heat) * random.normal();
  }
  return walk;
}

function nearestIndex(daysAgo: Float64Array, at: number): number {
  let low = 0;
  let high = daysAgo.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (daysAgo[middle]! > at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Folds a value back at the bounds, as often as it takes. */
function reflect(value: number, low: number, high: number): number {
  const width = high - low;
  const turn = (((value - low) % (2 * width)) + 2 * width) % (2 * width);
  return low + (turn > width ? 2 * width - turn : turn);
}
