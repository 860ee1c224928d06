import type { Stretch } from '../tables/listening.ts';
import { DAY_MS } from '../../market/time.ts';

/** Older stretches than scores can speak of. */
const KEPT_MS = 91 * DAY_MS;

/** Shorter gaps are those between two frames of one connection. */
const JOIN_MS = 1_000;

/** `stretches` and `heard` as one list; what lies within a second of each other is one stretch. */
export function addStretch(stretches: readonly Stretch[], heard: Stretch): readonly Stretch[] {
  if (!(heard.untilMs > heard.fromMs)) return stretches;
  const isNear = (one: Stretch): boolean =>
    one.fromMs <= heard.untilMs + JOIN_MS && one.untilMs >= heard.fromMs - JOIN_MS;
  const joined = stretches.filter(isNear);
  const whole = {
    fromMs: Math.min(heard.fromMs, ...joined.map(({ fromMs }) => fromMs)),
    untilMs: Math.max(heard.untilMs, ...joined.map(({ untilMs }) => untilMs)),
  };
  return [...stretches.filter((one) => !isNear(one)), whole]
    .filter(({ untilMs }) => untilMs > heard.untilMs - KEPT_MS)
    .toSorted((a, b) => a.fromMs - b.fromMs);
}

/** `stretches` without what lies in `hole`. */
export const withoutStretch = (stretches: readonly Stretch[], hole: Stretch): readonly Stretch[] =>
  stretches
    .flatMap(({ fromMs, untilMs }) => [
      { fromMs, untilMs: Math.min(untilMs, hole.fromMs) },
      { fromMs: Math.max(fromMs, hole.untilMs), untilMs },
    ])
    .filter(({ fromMs, untilMs }) => untilMs > fromMs);

/** Share of the time from `fromMs` to `untilMs` that lies in `stretches`, 0 to 1. */
export const listenedShareOf = (stretches: readonly Stretch[], fromMs: number, untilMs: number): number =>
  shareFrom(stretches, firstEndingAfter(stretches, fromMs), fromMs, untilMs);

/** The same for times that do not descend from call to call. */
export function createListenedShare(
  stretches: readonly Stretch[],
): (fromMs: number, untilMs: number) => number {
  let next: number | null = null;
  return (fromMs, untilMs) => {
    next ??= firstEndingAfter(stretches, fromMs);
    while ((stretches[next]?.untilMs ?? Infinity) <= fromMs) next++;
    return shareFrom(stretches, next, fromMs, untilMs);
  };
}

/** @param first index of the first stretch that ends after `fromMs` */
function shareFrom(stretches: readonly Stretch[], first: number, fromMs: number, untilMs: number): number {
  let listenedMs = 0;
  for (let index = first; index < stretches.length; index++) {
    const stretch = stretches[index];
    if (stretch === undefined || stretch.fromMs >= untilMs) break;
    listenedMs += Math.min(stretch.untilMs, untilMs) - Math.max(stretch.fromMs, fromMs);
  }
  return listenedMs / (untilMs - fromMs);
}

/** Found by halving: three months may hold thousands of stretches. */
function firstEndingAfter(stretches: readonly Stretch[], timeMs: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.untilMs ?? Infinity) <= timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
