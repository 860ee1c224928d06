import type { DatabaseKey } from '../ledger/ports.ts';
import { instrumentOf } from '../market/instrument-of.ts';
import { attempt, isDue, type Outcome, UNASKED } from './attempt.ts';
import { instruments, storedInstruments } from './kinds/instruments.ts';
import type { SourceKind, Stage, VenueScope } from './kinds/kind.ts';
import { KINDS } from './kinds/list.ts';
import { tickers } from './kinds/tickers.ts';

/**
 * Asks one venue for everything of one market that is due, kind by kind in the stages that they name.
 * @returns whether only the deadline ended it
 * @throws StorageError
 */
export async function askVenue(scope: VenueScope): Promise<boolean> {
  await askKind(instruments, scope, 'first');
  const listed = await storedInstruments(scope.ports.database, scope.venue.id);
  const instrument = listed && instrumentOf(scope.market, listed);
  if (instrument === null) return false;
  const runs = (stage: Stage): readonly (() => Promise<Outcome>)[] =>
    KINDS.filter(({ stages }) => stages.includes(stage)).map(
      (kind) => () => askKind(kind, { ...scope, instrument }, stage),
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

/** Asks one venue for all its perpetuals, where that is due. @throws StorageError */
export async function askTickers(scope: VenueScope): Promise<void> {
  if ((await askKind(instruments, scope, 'first')) === 'answered') await askKind(tickers, scope, 'first');
}

/**
 * Asks a venue for what is due of a kind until there is nothing left to ask for, it fails or the deadline comes. What was
 * answered lately counts as answered.
 * @throws StorageError
 */
export async function askKind<Scope extends VenueScope>(
  kind: SourceKind<Scope>,
  scope: Scope,
  stage: Stage,
): Promise<Outcome> {
  const { ports, market, venue, isNear, onCommit } = scope;
  const [keptMarket, id] = kind.keptAs ?? [market, kind.id];
  const key: DatabaseKey = [keptMarket, venue.id, id];
  let row = (await ports.database.get('sources', key)) ?? UNASKED;
  const periodMs = isNear ? kind.periodMs : (kind.farPeriodMs ?? kind.periodMs);
  if (!isDue(row, periodMs, ports.clock.nowMs())) return row.failure === null ? 'answered' : 'failed';
  const questions = await kind.begin(scope, row, stage);
  for (;;) {
    const ask = questions?.(row) ?? null;
    if (ask === null) return 'answered';
    const step = await attempt({ ports, store: 'sources', key, onCommit }, row, ask);
    if (step.outcome !== 'answered') return step.outcome;
    row = step.row;
  }
}
