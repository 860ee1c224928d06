import { useMemo, useState } from 'preact/hooks';

import { betaMoves, type BetaMoves } from '../../core/risk/account/beta-moves.ts';
import { readMoves, writeMoves, type Moves, type MovesProblem } from '../../core/risk/account/read-moves.ts';
import type { ScenarioOutcome } from '../../core/risk/account/scenario.ts';
import { type AccountInput, betasOf, coinsOf, outcomeOf } from './account-figures.ts';

export type How = 'together' | 'beta' | 'each';

/** What the user has chosen: one move of all or of bitcoin, or a text that names each. */
type Choice =
  | { readonly how: 'together' | 'beta'; readonly move: number }
  | { readonly how: 'each'; readonly text: string };

/** What is looked at before anything is chosen. */
const FIRST_MOVE = -0.1;

export interface Scenario {
  readonly how: How;
  /** Of all coins or of bitcoin; null where each has its own. */
  readonly move: number | null;
  readonly text: string;
  readonly problem: MovesProblem | null;
  /** Null while the text is wrong. */
  readonly moves: Moves | null;
  /** By beta alone. */
  readonly byBeta: BetaMoves | null;
  readonly outcome: ScenarioOutcome | null;
  readonly onHow: (how: How) => void;
  readonly onMove: (move: number) => void;
  readonly onMoves: (moves: Moves) => void;
  readonly onText: (text: string) => void;
}

/** A scenario of all positions as it is typed or slid. */
export function useScenario(input: AccountInput): Scenario {
  const [choice, setChoice] = useState<Choice>({ how: 'together', move: FIRST_MOVE });
  const coins = coinsOf(input.positions);
  const read = useMemo(() => readChoice(choice, coins, input), [choice, coins.join(), input]);
  const moves = 'moves' in read ? read.moves : null;
  const outcome = useMemo(() => moves && outcomeOf(input, moves), [input, moves]);
  const text = choice.how === 'each' ? choice.text : writeMoves(moves ?? new Map());
  return {
    how: choice.how,
    move: choice.how === 'each' ? null : choice.move,
    text,
    problem: 'problem' in read ? read.problem : null,
    moves,
    byBeta: 'byBeta' in read ? read.byBeta : null,
    outcome,
    onHow: (how) =>
      setChoice(
        how === 'each' ? { how, text } : { how, move: choice.how === 'each' ? FIRST_MOVE : choice.move },
      ),
    onMove: (move) => setChoice(choice.how === 'each' ? { how: 'together', move } : { ...choice, move }),
    onMoves: (next) => setChoice({ how: 'each', text: writeMoves(next) }),
    onText: (next) => setChoice({ how: 'each', text: next }),
  };
}

type Read =
  | { readonly moves: Moves }
  | { readonly moves: Moves; readonly byBeta: BetaMoves }
  | { readonly problem: MovesProblem };

function readChoice(choice: Choice, coins: readonly string[], input: AccountInput): Read {
  if (choice.how === 'each') return readMoves(choice.text, coins);
  if (choice.how === 'together') return { moves: new Map(coins.map((coin) => [coin, choice.move])) };
  const byBeta = betaMoves(betasOf(input), choice.move);
  return { moves: byBeta.value, byBeta };
}
