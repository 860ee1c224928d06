import { instrumentOf } from '../market/instrument-of.ts';
import type { Outcome } from './attempt.ts';
import { instruments, storedInstruments } from './kinds/instruments.ts';
import type { Stage, VenueScope } from './kinds/kind.ts';
import { KINDS } from './kinds/list.ts';
import { runKind } from './run-kind.ts';

/**
 * Asks one venue for everything of one market that is due, kind by kind in the stages that they name.
 * @returns whether only the deadline ended it
 * @throws StorageError
 */
export async function askVenue(scope: VenueScope): Promise<boolean> {
  await runKind(instruments, scope, 'first');
  const listed = await storedInstruments(scope.ports.database, scope.venue.id);
  const instrument = listed && instrumentOf(scope.market, listed);
  if (instrument === null) return false;
  const runs = (stage: Stage): readonly (() => Promise<Outcome>)[] =>
    KINDS.filter(({ stages }) => stages.includes(stage)).map(
      (kind) => () => runKind(kind, { ...scope, instrument }, stage),
    );
  const [isMore] = await Promise.all([inTurn(runs), Promise.all(runs('apart').map((run) => run()))]);
  return isMore;
}

async function inTurn(runs: (stage: Stage) => readonly (() => Promise<Outcome>)[]): Promise<boolean> {
  for (const run of runs('first')) {
    const outcome = await run();
    if (outcome !== 'answered') return outcome === 'soon';
  }
  const outcomes = await Promise.all(runs('now').map((run) => run()));
  for (const run of runs('past')) outcomes.push(await run());
  if (outcomes.includes('soon')) return true;
  for (const run of runs('idle')) await run();
  return false;
}
