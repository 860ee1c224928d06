import type { Direction } from '../cascade/released-flow.ts';
import type { LevelReport, ScenarioReport } from '../market/market-report.ts';
import { touchProbability } from '../risk/touch/touch-probability.ts';

/** Weaker levels neither trigger nor end a scenario. */
const LEAST_SCORE = 0.6;
/** A level nearer than this many average true ranges is part of the present, not of a scenario. */
const TRIGGER_ATR = 0.5;
/** A target stands at least so far beyond its trigger. */
const TARGET_ATR = 1;
/** Time within which a scenario is judged. */
export const SCENARIO_HOURS = 168;

/** What scenarios are drawn from; prices in USD, `sigma` and its tails over {@link SCENARIO_HOURS}. */
export interface ScenarioInput {
  readonly levels: readonly LevelReport[];
  readonly price: number;
  readonly atr1dUsd: number;
  readonly sigma: number;
  readonly degreesOfFreedom: number;
}

/**
 * The next strong level on each side as trigger, by its far edge; the strong level after it as target, by its near
 * edge; and the chance that the price reaches the target within a week. Null on a side without two such levels.
 */
export const findScenarios = (
  input: ScenarioInput,
): { readonly up: ScenarioReport | null; readonly down: ScenarioReport | null } => ({
  up: findScenario(input, 'up'),
  down: findScenario(input, 'down'),
});

function findScenario(
  { levels, price, atr1dUsd, sigma, degreesOfFreedom }: ScenarioInput,
  direction: Direction,
): ScenarioReport | null {
  const sign = direction === 'up' ? 1 : -1;
  const edges = levels
    .filter(({ score }) => score >= LEAST_SCORE)
    .map(({ low, high }) => (direction === 'up' ? { near: low, far: high } : { near: high, far: low }))
    .sort((a, b) => sign * (a.far - b.far));
  const trigger = edges.find(
    ({ near, far }) => sign * (near - price) > 0 && sign * (far - price) >= TRIGGER_ATR * atr1dUsd,
  );
  if (trigger === undefined) return null;
  const target = edges.find(({ near }) => sign * (near - trigger.far) >= TARGET_ATR * atr1dUsd);
  if (target === undefined) return null;
  const probability = touchProbability({
    distance: Math.abs(Math.log(target.near / price)),
    sigma,
    degreesOfFreedom,
  });
  return { trigger: trigger.far, target: target.near, probability: Number(probability.toPrecision(4)) };
}
