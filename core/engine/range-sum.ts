/** Sums of many constant stretches over `length` bins, each added at the cost of its two ends. */
export function createRangeSum(length: number) {
  const steps = new Float64Array(length + 1);
  const step = (index: number, value: number): void => {
    const at = Math.min(length, Math.max(0, index));
    steps[at] = (steps[at] ?? 0) + value;
  };
  return {
    /** Adds `value` to each bin from `from` to `until`, both included; bins outside are passed over. */
    add: (from: number, until: number, value: number): void => {
      step(from, value);
      step(until + 1, -value);
    },
    /** The sums; never below zero, where float rounding would leave a trace. */
    values: (): Float64Array => {
      const values = new Float64Array(length);
      let sum = 0;
      for (let index = 0; index < length; index++) {
        values[index] = Math.max(0, (sum += steps[index] ?? 0));
      }
      return values;
    },
  };
}
