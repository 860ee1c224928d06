import { cumulativeAt } from '../cascade/cumulative.ts';
import type { MarketCascades } from '../cascade/market-cascades.ts';
import { type Direction, distanceOf, priceAtDistance } from '../cascade/released-flow.ts';
import { moveEndDistance } from '../cascade/move-end.ts';
import { type CascadeDraws, type CascadeForecast, simulateCascade } from '../cascade/simulate-cascade.ts';
import { type CascadeProfile, gridEnd } from '../cascade/solve-cascade.ts';
import type { BreakdownReport, ClusterReport, LevelReport, Terminal } from '../market/market-report.ts';
import { type CloseChance, closeChance, hoursToClose } from '../risk/touch/daily-closes.ts';
import { touchProbability } from '../risk/touch/touch-probability.ts';
import type { VarianceForecast } from '../risk/touch/variance-forecast.ts';

/** Horizons for which a level's break is judged, hours. */
const BREAKDOWN_HORIZONS = [4, 24, 168] as const;

/** A level that is hardly ever reached in a horizon is not judged in it. */
const LEAST_TOUCH = 0.001;

/** A close counts as beyond from this many average true ranges past the far edge, as for the level's state. */
const BEYOND_ATR = 0.1;

/** What is known of a market's risk of moving and of what a move would set off. */
export interface BreakRisk {
  readonly cascades: MarketCascades;
  readonly draws: CascadeDraws;
  /** Liquidity there now as a share of normal, above 0 to 1. */
  readonly survival: number;
  /** Average true range of a day, USD, above 0. */
  readonly atr1dUsd: number;
  readonly variance: Pick<VarianceForecast, 'over' | 'degreesOfFreedom'>;
  /** When the risk is judged, epoch seconds: how far the daily close is. */
  readonly atS: number;
}

/** What is the same for every level within a horizon. */
interface Horizon {
  readonly horizonHours: number;
  readonly touchChance: (distance: number) => number;
  readonly closeChance: CloseChance;
}

function horizonOf({ variance, atS }: BreakRisk, horizonHours: number): Horizon {
  const odds = {
    sigma: Math.sqrt(variance.over(horizonHours)),
    degreesOfFreedom: variance.degreesOfFreedom(horizonHours),
  };
  return {
    horizonHours,
    touchChance: (distance) => touchProbability({ ...odds, distance }),
    closeChance: closeChance({ variance, hoursToClose: hoursToClose(atS), horizonHours }),
  };
}

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

/** Significant figures in the report: digits beyond them are noise that would be stored and sent. */
const FIGURES = 4;
const PRICE_FIGURES = 7;

const rounded = (value: number, figures = FIGURES): number => Number(value.toPrecision(figures));

function breakDirection(level: LevelReport, price: number): Direction {
  if (level.high < price) return 'down';
  if (level.low > price) return 'up';
  return level.side === 'support' ? 'down' : 'up';
}

const releasedBetween = (profile: CascadeProfile, from: number, until: number): number =>
  cumulativeAt(profile.releasedUsd, profile.logStep, until) -
  cumulativeAt(profile.releasedUsd, profile.logStep, from);

/** Prices to which forced orders would carry a move, and at which it ends; quantiles ascending in price. */
function endPrices(
  price: number,
  { triggerDistance, terminalDistance }: CascadeForecast,
  direction: Direction,
): { readonly terminal: Terminal; readonly moveEnds: Terminal } {
  const at = (distance: number): number =>
    rounded(priceAtDistance(price, distance, direction), PRICE_FIGURES);
  const prices = ({ p5, p50, p95 }: Terminal): Terminal =>
    direction === 'up'
      ? { p5: at(p5), p50: at(p50), p95: at(p95) }
      : { p5: at(p95), p50: at(p50), p95: at(p5) };
  return {
    terminal: prices(terminalDistance),
    moveEnds: prices(moveEndDistance(triggerDistance, terminalDistance)),
  };
}

/** Where forced orders would carry a sweep of a whole cluster, and how likely the price is to reach its near edge. */
export function assessCluster(
  cluster: Pick<ClusterReport, 'side' | 'low' | 'high'>,
  risk: BreakRisk,
): Pick<ClusterReport, 'touch' | 'cascade'> {
  const { price } = risk.cascades;
  const direction = cluster.side === 'long' ? 'down' : 'up';
  const isDown = direction === 'down';
  const near = Math.max(0, distanceOf(price, isDown ? cluster.high : cluster.low, direction));
  const far = Math.max(0, distanceOf(price, isDown ? cluster.low : cluster.high, direction));
  const touchIn = (horizonHours: number): number =>
    rounded(
      touchProbability({
        distance: near,
        sigma: Math.sqrt(risk.variance.over(horizonHours)),
        degreesOfFreedom: risk.variance.degreesOfFreedom(horizonHours),
      }),
    );
  const touch = { h4: touchIn(4), h24: touchIn(24), d7: touchIn(168) };
  const profile = risk.cascades[direction];
  if (far > gridEnd(profile)) return { touch, cascade: null };
  const cascade = simulateCascade(profile, far, risk.draws, risk.survival);
  return {
    touch,
    cascade: {
      ...endPrices(price, cascade, direction),
      forcedUsd: Math.round(cascade.medianForcedUsd()),
      amplification: rounded(cascade.amplification.p50),
    },
  };
}
