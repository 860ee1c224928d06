import { say } from '../../core/i18n/say-own.ts';
import type { SavedPosition } from '../../core/market/position.ts';
import { Section } from '../popup/section.tsx';
import { formatPercent } from '../ui/format.ts';
import { useOwn } from '../ui/own-amounts.ts';
import type { AccountInput } from './account-figures.ts';
import { AccountTable, positionName } from './account-table.tsx';
import { KnownTable } from './known-table.tsx';
import { ScenarioInputs } from './scenario-inputs.tsx';
import { type Scenario, useScenario } from './use-scenario.ts';

interface AccountSectionProps {
  readonly input: AccountInput;
  /** The coin whose map is asked what it reckons with, by its name for readers. */
  readonly coin: string;
  /** Decimals of a coin's price for a glance. */
  readonly decimalsOf: (position: SavedPosition) => number;
}

/** What becomes of all positions when prices move together: what breaks first, where, and what is left. */
export function AccountSection({ input, coin, decimalsOf }: AccountSectionProps) {
  const scenario = useScenario(input);
  return (
    <Section title={say('scenario.title')} figure={useFigure(scenario)}>
      <ScenarioInputs {...{ scenario, input }} />
      {scenario.outcome !== null && (
        <AccountTable {...{ scenario, input, decimalsOf }} outcome={scenario.outcome} />
      )}
      <KnownTable {...{ input, coin, decimalsOf }} onUse={scenario.onMoves} />
      <p class="secondary">{say('scenario.notes.order')}</p>
    </Section>
  );
}

function useFigure(scenario: Scenario): string {
  const own = useOwn();
  const { outcome } = scenario;
  if (outcome === null) return say('scenario.figure.wrong');
  const moves = movesText(scenario);
  return outcome.first === null
    ? say('scenario.figure.left', { moves, usd: own.usd(outcome.leftUsd) })
    : say('scenario.figure.breaks', { moves, position: positionName(outcome.first.position) });
}

function movesText({ how, move, text }: Scenario): string {
  if (how === 'each' || move === null) return text === '' ? say('scenario.nothing') : text;
  return say(how === 'beta' ? 'scenario.beta.moves' : 'scenario.all.moves', {
    move: formatPercent(move, 1, true),
  });
}
