/** Where forced selling carries the price once it has moved `distance` (log) by itself; never less than `distance`, never falling. */
export type TerminalDistance = (distance: number) => number;

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
