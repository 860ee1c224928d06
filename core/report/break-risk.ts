import type { MarketCascades } from '../cascade/market-cascades.ts';
import { moveEndDistance } from '../cascade/move-end.ts';
import { type Direction, priceAtDistance } from '../cascade/released-flow.ts';
import type { CascadeDraws, CascadeForecast } from '../cascade/simulate-cascade.ts';
import type { Terminal } from '../market/market-report.ts';
import { touchProbability } from '../risk/touch/touch-probability.ts';
import type { VarianceForecast } from '../risk/touch/variance-forecast.ts';

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

/** How likely the price is to come so far within a time, by the distance of its log. */
export function touchChance({ variance }: BreakRisk, horizonHours: number): (distance: number) => number {
  const odds = {
    sigma: Math.sqrt(variance.over(horizonHours)),
    degreesOfFreedom: variance.degreesOfFreedom(horizonHours),
  };
  return (distance) => touchProbability({ ...odds, distance });
}

/** Significant figures in the report: digits beyond them are noise that would be stored and sent. */
const FIGURES = 4;
const PRICE_FIGURES = 7;

/** To `figures` significant figures. */
export const rounded = (value: number, figures = FIGURES): number => Number(value.toPrecision(figures));

/** Prices to which forced orders would carry a move, and at which it ends; quantiles ascending in price. */
export function endPrices(
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
