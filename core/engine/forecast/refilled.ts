import type { Places } from './places.ts';

/**
 * Constants of the refill law, found on forced orders of BTC on Binance, 27 January to 9 February 2026, and
 * checked on two later recordings and on ETH and SOL; the same at one hour and at four.
 */
const REFILL = {
  nearShare: 0.3,
  /** A quarter hour of trading close by refills most of `nearShare`. */
  nearRatePerHour: 4,
  farRatePerHour: 0.3,
  clockShare: 0.45,
  clockHours: 3,
  /** 20 bp, in fine steps. */
  ageJumpSteps: 4,
  ageJumpExponent: -0.03,
  ageOffsetHours: 0.1,
} as const;

/**
 * Share of the forced orders that wait again at each fine distance since the price was last there, over the first `steps`;
 * slightly fewer just beyond an older extreme.
 * @param closeHours hours of trading close by since then; how close, the caller says
 */
export function refilled(
  { ageHours }: Pick<Places, 'ageHours'>,
  closeHours: Float64Array,
  steps = ageHours.length,
): Float64Array {
  const shares = new Float64Array(steps);
  for (let step = 0; step < steps; step++) {
    const age = ageHours[step] ?? 0;
    const close = closeHours[step] ?? 0;
    const ageNearer = ageHours[Math.max(step - REFILL.ageJumpSteps, 0)] ?? 0;
    const byTrading = Math.exp(-REFILL.nearRatePerHour * close - REFILL.farRatePerHour * (age - close));
    const byClock = Math.exp(-age / REFILL.clockHours);
    const jump =
      ((age + REFILL.ageOffsetHours) / (ageNearer + REFILL.ageOffsetHours)) ** REFILL.ageJumpExponent;
    shares[step] = (1 - REFILL.nearShare * byTrading - REFILL.clockShare * byClock) * jump;
  }
  return shares;
}
