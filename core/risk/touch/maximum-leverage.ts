import type { PositionSide } from '../../market/forced-order.ts';
import { touchDistance } from './touch-probability.ts';

/**
 * The chance that is accepted, and the log return over its horizon: Student's t of standard deviation `sigma`.
 */
export interface RuinLimit {
  readonly side: PositionSide;
  /** Chance of liquidation within the horizon that is accepted, 0 to 1. */
  readonly ruinProbability: number;
  readonly sigma: number;
  readonly degreesOfFreedom: number;
  /** Maintenance margin as a fraction of notional. */
  readonly maintenanceRate: number;
}

/** Highest leverage of an isolated linear position whose liquidation is touched with the accepted chance; null where no leverage is that dangerous. */
export function maximumLeverage(limit: RuinLimit): number | null {
  const { side, ruinProbability, sigma, degreesOfFreedom, maintenanceRate } = limit;
  const distance = touchDistance(ruinProbability, sigma, degreesOfFreedom);
  const marginRate =
    side === 'long'
      ? 1 - (1 - maintenanceRate) * Math.exp(-distance)
      : (1 + maintenanceRate) * Math.exp(distance) - 1;
  return marginRate > 0 ? 1 / marginRate : null;
}
