import type { EstimateInterval } from '../../market/market-report.ts';
import type { Moves } from './read-moves.ts';

/** Where coins go when bitcoin goes somewhere: by their betas, and by either end of their intervals. */
export type BetaMoves = Readonly<Record<keyof EstimateInterval, Moves>>;

/**
 * The betas are of log returns, so a coin's price goes by that power of bitcoin's.
 * @param betas by coin; null, of one whose history is too short: it goes as bitcoin does
 * @param bitcoin its move, a fraction above -1
 */
export function betaMoves(betas: ReadonlyMap<string, EstimateInterval | null>, bitcoin: number): BetaMoves {
  const at = (end: keyof EstimateInterval): Moves =>
    new Map([...betas].map(([coin, beta]) => [coin, (1 + bitcoin) ** (beta?.[end] ?? 1) - 1]));
  return { low: at('low'), value: at('value'), high: at('high') };
}
