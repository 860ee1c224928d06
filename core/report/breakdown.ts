import { cumulativeAt } from '../cascade/cumulative.ts';
import { type Direction, distanceOf } from '../cascade/released-flow.ts';
import { simulateCascade } from '../cascade/simulate-cascade.ts';
import { type CascadeProfile, gridEnd } from '../cascade/solve-cascade.ts';
import type { BreakdownReport, LevelReport } from '../market/market-report.ts';
import { type CloseChance, closeChance, hoursToClose } from '../risk/touch/daily-closes.ts';
import { type BreakRisk, endPrices, rounded, touchChance } from './break-risk.ts';

/** Horizons for which a level's break is judged, hours. */
const BREAKDOWN_HORIZONS = [4, 24, 168] as const;

/** A level that is hardly ever reached in a horizon is not judged in it. */
const LEAST_TOUCH = 0.001;

/** A close counts as beyond from this many average true ranges past the far edge, as for the level's state. */
const BEYOND_ATR = 0.1;

/** What is the same for every level within a horizon. */
interface Horizon {
  readonly horizonHours: number;
  readonly touchChance: (distance: number) => number;
  readonly closeChance: CloseChance;
}

const horizonOf = (risk: BreakRisk, horizonHours: number): Horizon => ({
  horizonHours,
  touchChance: touchChance(risk, horizonHours),
  closeChance: closeChance({ variance: risk.variance, hoursToClose: hoursToClose(risk.atS), horizonHours }),
});

/**
 * Risk of each level's break away from the price within 4 hours, a day and a week. A level that holds the price
 * inside is judged in the direction of its side; a level beyond the grid, and a horizon in which the level is hardly
 * ever touched, is left out.
 */
export function assessBreakdowns(levels: readonly LevelReport[], risk: BreakRisk): BreakdownReport[] {
  const horizons = BREAKDOWN_HORIZONS.map((horizonHours) => horizonOf(risk, horizonHours));
  return levels.flatMap((level) => assessLevel(level, risk, horizons));
}

function assessLevel(level: LevelReport, risk: BreakRisk, all: readonly Horizon[]): BreakdownReport[] {
  const { price } = risk.cascades;
  const direction = breakDirection(level, price);
  const isDown = direction === 'down';
  const profile = risk.cascades[direction];
  const margin = BEYOND_ATR * risk.atr1dUsd;
  const breakPrice = isDown ? level.low - margin : level.high + margin;
  const breakDistance = Math.max(0, distanceOf(price, breakPrice, direction));
  const atrDistance = risk.atr1dUsd / price;
  if (!(breakPrice > 0) || breakDistance + atrDistance > gridEnd(profile)) return [];

  const touchDistance = Math.max(0, distanceOf(price, isDown ? level.high : level.low, direction));
  const horizons = all.flatMap((horizon) => {
    const touch = horizon.touchChance(touchDistance);
    return touch < LEAST_TOUCH ? [] : [{ ...horizon, touch }];
  });
  if (horizons.length === 0) return [];
  const cascade = simulateCascade(profile, breakDistance, risk.draws, risk.survival);
  const releasedUsd = releasedBetween(profile, breakDistance, breakDistance + atrDistance);
  return horizons.map(({ horizonHours, touch, closeChance }) => {
    const closeBeyond = closeChance(breakDistance);
    return {
      levelId: level.id,
      direction,
      horizonHours,
      touch: rounded(touch),
      closeBeyond: rounded(closeBeyond),
      releasedUsd: Math.round(releasedUsd),
      amplification: rounded(cascade.amplification.p50),
      expectedForcedUsd: Math.round(closeBeyond * releasedUsd * cascade.amplification.p50),
      ...endPrices(price, cascade, direction),
    };
  });
}

function breakDirection(level: LevelReport, price: number): Direction {
  if (level.high < price) return 'down';
  if (level.low > price) return 'up';
  return level.side === 'support' ? 'down' : 'up';
}

const releasedBetween = (profile: CascadeProfile, from: number, until: number): number =>
  cumulativeAt(profile.releasedUsd, profile.logStep, until) -
  cumulativeAt(profile.releasedUsd, profile.logStep, from);
