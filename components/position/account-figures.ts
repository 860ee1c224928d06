import { assetText } from '../../core/market/asset.ts';
import type { BetaReport, EstimateInterval, MarketReport } from '../../core/market/market-report.ts';
import type { SavedPosition } from '../../core/market/position.ts';
import { betaMoves } from '../../core/risk/account/beta-moves.ts';
import { knownScenarios, type KnownScenario } from '../../core/risk/account/known-scenarios.ts';
import type { Moves } from '../../core/risk/account/read-moves.ts';
import { scenarioOutcome, type ScenarioOutcome } from '../../core/risk/account/scenario.ts';
import type { AccountMarkets } from '../../core/risk/cross-account.ts';

export const BITCOIN = 'BTC';

/** Everything that a scenario is reckoned from. */
export interface AccountInput {
  /** All of the user's, the open one as it is typed. */
  readonly positions: readonly SavedPosition[];
  readonly markets: AccountMarkets;
  /** By what {@link assetText} calls the coins that are held. */
  readonly reports: ReadonlyMap<string, MarketReport | null>;
}

/** Coins that are held, each once, in the order of the positions. */
export const coinsOf = (positions: readonly SavedPosition[]): readonly string[] => [
  ...new Set(positions.map(assetText)),
];

export const outcomeOf = ({ positions, markets }: AccountInput, moves: Moves): ScenarioOutcome =>
  scenarioOutcome({ positions, markets, moveOf: (position) => moves.get(assetText(position)) ?? 0 });

/** Beta of each coin that is held; bitcoin's own is 1. Null where its history is too short. */
export function betasOf({ positions, reports }: AccountInput): ReadonlyMap<string, EstimateInterval | null> {
  const one = { low: 1, value: 1, high: 1 };
  return new Map(
    coinsOf(positions).map((coin) => [
      coin,
      coin === BITCOIN ? one : (betaReportOf(reports, coin)?.beta ?? null),
    ]),
  );
}

/** Days that a coin and bitcoin both know. */
export const betaReportOf = (reports: AccountInput['reports'], coin: string): BetaReport | null =>
  reports.get(coin)?.beta ?? null;

/** A move that the report of one coin knows, and what is left after it. */
export interface KnownOutcome {
  readonly scenario: KnownScenario;
  readonly moves: Moves;
  readonly leftUsd: number;
  readonly isWorst: boolean;
}

/** Those of one coin; others go with bitcoin where it is bitcoin, and stay where it is not. */
export function knownOutcomes(input: AccountInput, coin: string): readonly KnownOutcome[] {
  const report = input.reports.get(coin) ?? null;
  const price = report?.price ?? null;
  if (report === null || price === null) return [];
  const outcomes = knownScenarios(report).map((scenario) => {
    const move = scenario.terminal.p50 / price - 1;
    const moves = coin === BITCOIN ? betaMoves(betasOf(input), move).value : new Map([[coin, move]]);
    return { scenario, moves, leftUsd: outcomeOf(input, moves).leftUsd };
  });
  const worst = Math.min(...outcomes.map(({ leftUsd }) => leftUsd));
  return outcomes.map((one) => ({ ...one, isWorst: one.leftUsd === worst }));
}
