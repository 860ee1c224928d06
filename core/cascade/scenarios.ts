import { type CascadeEnd, type CascadeProfile, DEFAULT_ASSUMPTIONS, solveCascade } from './solve-cascade.ts';

/** How much of the normal liquidity stayed in moves of the past, at the worst of the book. */
export interface LiquidityScenario {
  readonly id: 'calm' | 'large-move' | 'extreme-move' | 'extreme-tail' | 'october-2025';
  readonly name: string;
  readonly survival: number;
}

/** Measured over 21 coins from September 2020 to August 2026; the last is bitcoin's book on 10 October 2025. */
export const LIQUIDITY_SCENARIOS: readonly LiquidityScenario[] = [
  { id: 'calm', name: 'normal liquidity', survival: 1 },
  { id: 'large-move', name: 'a typical large move', survival: 1 / 3.4 },
  { id: 'extreme-move', name: 'a typical extreme move', survival: 1 / 7.7 },
  { id: 'extreme-tail', name: 'one extreme move in ten', survival: 1 / 38 },
  { id: 'october-2025', name: 'bitcoin on 10 October 2025', survival: 1 / 109 },
];

/** The cascade of one trigger under each scenario, middle assumptions else. */
export const solveScenarios = (
  profile: CascadeProfile,
  triggerDistance: number,
): readonly (CascadeEnd & { readonly scenario: LiquidityScenario })[] =>
  LIQUIDITY_SCENARIOS.map((scenario) => ({
    scenario,
    ...solveCascade(profile, triggerDistance, { ...DEFAULT_ASSUMPTIONS, survival: scenario.survival }),
  }));
