import type { DatabaseKey } from '../ledger/ports.ts';
import { attempt, isDue, type Outcome, UNASKED } from './attempt.ts';
import type { SourceKind, Stage, VenueScope } from './kinds/kind.ts';

/**
 * Asks a venue for what is due of a kind until there is nothing left to ask for, it fails or the deadline comes. What was
 * answered lately counts as answered.
 * @throws StorageError
 */
export async function runKind<Scope extends VenueScope>(
  kind: SourceKind<Scope>,
  scope: Scope,
  stage: Stage,
): Promise<Outcome> {
  const { ports, market, venue, onCommit } = scope;
  const [keptMarket, id] = kind.keptAs ?? [market, kind.id];
  const key: DatabaseKey = [keptMarket, venue.id, id];
  let row = (await ports.database.get('sources', key)) ?? UNASKED;
  if (!isDue(row, kind.periodMs, ports.clock.nowMs())) return row.failure === null ? 'answered' : 'failed';
  const questions = await kind.begin(scope, row, stage);
  for (;;) {
    const ask = questions?.(row) ?? null;
    if (ask === null) return 'answered';
    const step = await attempt({ ports, store: 'sources', key, onCommit }, row, ask);
    if (step.outcome !== 'answered') return step.outcome;
    row = step.row;
  }
}
