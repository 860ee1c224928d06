import { say } from '../../core/i18n/say-own.ts';
import type { Moves } from '../../core/risk/account/read-moves.ts';
import { Field, Unit } from '../popup/field.tsx';
import { Slider } from '../popup/slider.tsx';
import { formatPercent } from '../ui/format.ts';
import { Segments } from '../ui/segments.tsx';
import { type AccountInput, BITCOIN, coinsOf } from './account-figures.ts';
import { BetaNote } from './beta-note.tsx';
import type { Scenario } from './use-scenario.ts';

interface ScenarioInputsProps {
  readonly scenario: Scenario;
  readonly input: AccountInput;
}

/** Sliders reach so far to both sides; a typed scenario may go farther. */
const REACH = 0.5;
/** Sliders go by half percents. */
const STEPS_A_UNIT = 200;
const EXAMPLE = 'BTC -10, ETH -15';

/** Which prices move how far: as text, or by sliders for all, for bitcoin, or for each. */
export function ScenarioInputs({ scenario, input }: ScenarioInputsProps) {
  const { how, text, problem } = scenario;
  const coins = coinsOf(input.positions);
  return (
    <div class="scenario">
      <Field
        id="scenario"
        label={say('scenario.typed')}
        value={text}
        isText
        placeholder={EXAMPLE}
        unit={<Unit>{say('scenario.typed.unit')}</Unit>}
        error={
          problem === null
            ? undefined
            : say(`scenario.problem.${problem.code}`, { text: problem.text, example: EXAMPLE })
        }
        onInput={scenario.onText}
      />
      <Segments
        label={say('scenario.how')}
        choices={[
          ['together', say('scenario.how.together')],
          ['beta', say('scenario.how.beta')],
          ['each', say('scenario.how.each')],
        ]}
        chosen={how}
        onChoose={scenario.onHow}
      />
      <div class="what-if">
        <Sliders {...{ scenario, coins }} />
      </div>
      {scenario.byBeta !== null && (
        <BetaNote {...{ input }} move={scenario.move ?? 0} moves={scenario.byBeta} />
      )}
    </div>
  );
}

function Sliders({ scenario, coins }: { readonly scenario: Scenario; readonly coins: readonly string[] }) {
  const { how, move, moves } = scenario;
  if (how !== 'each')
    return (
      <MoveSlider
        label={how === 'beta' ? BITCOIN : say('scenario.all')}
        move={move ?? 0}
        onMove={scenario.onMove}
      />
    );
  return moves === null
    ? null
    : coins.map((coin) => (
        <MoveSlider
          key={coin}
          label={coin}
          move={moves.get(coin) ?? 0}
          onMove={(next) => scenario.onMoves(withMove(moves, coin, next))}
        />
      ));
}

const withMove = (moves: Moves, coin: string, move: number): Moves => new Map([...moves, [coin, move]]);

interface MoveSliderProps {
  readonly label: string;
  readonly move: number;
  readonly onMove: (move: number) => void;
}

const MoveSlider = ({ label, move, onMove }: MoveSliderProps) => (
  <Slider
    label={label}
    value={Math.min(REACH, Math.max(-REACH, move))}
    min={-REACH}
    max={REACH}
    isLinear
    text={formatPercent(move, 1, true)}
    onChange={(value) => onMove(Math.round(value * STEPS_A_UNIT) / STEPS_A_UNIT)}
  />
);
