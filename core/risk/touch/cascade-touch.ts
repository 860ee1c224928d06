import { touchProbability, type TouchQuestion } from './touch-probability.ts';

/** Where forced selling carries the price once it has moved `distance` (log) by itself; never less than `distance`, never falling. */
export type TerminalDistance = (distance: number) => number;

/** A draw given as samples at ascending distances, linear in between and parallel to the diagonal beyond. */
export function terminalFromSamples(
  distances: ArrayLike<number>,
  terminals: ArrayLike<number>,
): TerminalDistance {
  const last = distances.length - 1;
  if (last < 0 || terminals.length !== distances.length) {
    throw new RangeError(`${distances.length} distances and ${terminals.length} terminals`);
  }
  const at = (values: ArrayLike<number>, index: number): number => values[index] ?? 0;
  return (distance) => {
    if (distance >= at(distances, last)) return distance + at(terminals, last) - at(distances, last);
    let low = 0;
    let high = last;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (at(distances, middle) <= distance) low = middle;
      else high = middle;
    }
    const width = at(distances, high) - at(distances, low);
    const share = width > 0 ? Math.max(0, (distance - at(distances, low)) / width) : 0;
    return Math.max(distance, at(terminals, low) + share * (at(terminals, high) - at(terminals, low)));
  };
}

/** Halvings of the way to the barrier: its millionth part is finer than any input. */
const BISECTIONS = 20;

/** Smallest own move after which the cascade reaches `barrier`; at most `barrier` itself. */
export function effectiveDistance(terminal: TerminalDistance, barrier: number): number {
  if (terminal(0) >= barrier) return 0;
  let low = 0;
  let high = barrier;
  for (let step = 0; step < BISECTIONS; step += 1) {
    const middle = (low + high) / 2;
    if (terminal(middle) >= barrier) high = middle;
    else low = middle;
  }
  return high;
}

/** Touch probability when forced selling may do the rest of the way, averaged over draws; never below the plain one. */
export function cascadeTouchProbability(question: TouchQuestion, draws: readonly TerminalDistance[]): number {
  if (draws.length === 0) return touchProbability(question);
  let sum = 0;
  for (const terminal of draws) {
    sum += touchProbability({ ...question, distance: effectiveDistance(terminal, question.distance) });
  }
  return sum / draws.length;
}
