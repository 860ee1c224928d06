/** The smallest of `factors`, ascending from 1 to below 10, times a power of ten that is not below `least`. */
export function roundStep(least: number, factors: readonly number[] = [1, 2, 5]): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return (factors.find((factor) => factor * power >= least * (1 - 1e-9)) ?? 10) * power;
}

/** Removes the float noise of `count * step`, so that a rung reads 0.3 and not 0.30000000000000004. */
export const roundTo = (value: number, step: number): number => {
  const decimals = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
  return decimals === 0 ? Math.round(value) : Number(value.toFixed(Math.min(20, decimals)));
};
