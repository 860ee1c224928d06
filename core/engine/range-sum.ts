/*
 * Sums of many constant stretches over bins, each added at the cost of its two ends: a column of steps, one longer than there
 * are bins, that is summed up once all are in it.
 */

/** Adds `value` to each bin from `from` to `until`, both included; bins outside are passed over. */
export function addStretch(steps: Float64Array, from: number, until: number, value: number): void {
  addStep(steps, from, value);
  addStep(steps, until + 1, -value);
}

function addStep(steps: Float64Array, index: number, value: number): void {
  const at = Math.min(steps.length - 1, Math.max(0, index));
  steps[at] = (steps[at] ?? 0) + value;
}

/** The sums by bin, in place of the steps; never below zero, where float rounding would leave a trace. */
export function sumStretches(steps: Float64Array): Float64Array {
  let sum = 0;
  for (let index = 0; index < steps.length; index++) steps[index] = Math.max(0, (sum += steps[index] ?? 0));
  return steps.subarray(0, -1);
}
