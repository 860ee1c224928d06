import type { Places } from './places.ts';

/**
 * Constants of the refill law, begun with on forced orders of BTC on Binance until 9 February 2026 and changed to what also
 * fills of Pacifica in March and simulated markets have; the same at one hour and at four.
 */
const REFILL = {
  nearShare: 0.15,
  /** A quarter hour of trading close by refills most of `nearShare`. */
  nearRatePerHour: 4,
  farRatePerHour: 0.3,
  clockShare: 0.6,
  clockHours: 8,
  /** 20 bp, in fine steps. */
  ageJumpSteps: 4,
  ageJumpExponent: -0.06,
  ageOffsetHours: 0.1,
} as const;

/**
 * Share of the forced orders that wait again at each fine distance since the price was last there: by trading close by, and
 * by the clock; slightly fewer just beyond an older extreme.
 */
export function refilled({ ageHours, nearHours }: Pick<Places, 'ageHours' | 'nearHours'>): Float64Array {
  const shares = new Float64Array(ageHours.length);
  for (let step = 0; step < shares.length; step++) {
    const age = ageHours[step] ?? 0;
    const near = nearHours[step] ?? 0;
    const ageNearer = ageHours[Math.max(step - REFILL.ageJumpSteps, 0)] ?? 0;
    const byTrading = Math.exp(-REFILL.nearRatePerHour * near - REFILL.farRatePerHour * (age - near));
    const byClock = Math.exp(-age / REFILL.clockHours);
    const jump =
      ((age + REFILL.ageOffsetHours) / (ageNearer + REFILL.ageOffsetHours)) ** REFILL.ageJumpExponent;
    shares[step] = (1 - REFILL.nearShare * byTrading - REFILL.clockShare * byClock) * jump;
  }
  return shares;
}
