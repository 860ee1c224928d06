import type { VenueCall } from '../venues/venue.ts';
import type { Asked } from './host-gate.ts';
import {
  attempt,
  isDue,
  sourceKey,
  UNASKED,
  type Outcome,
  type Update,
  type VenueScope,
} from './source-attempt.ts';
import type { SourceData, SourceKind } from '../ledger/tables/sources.ts';

/** Asks if it is due; what was answered lately counts as answered. */
export async function collectOnce(
  scope: Pick<VenueScope, 'ports' | 'market' | 'venue' | 'onCommit'>,
  kind: SourceKind,
  periodMs: number,
  ask: () => Promise<Asked<Update>>,
): Promise<Outcome> {
  const { ports, market, venue } = scope;
  const record = (await ports.database.get('sources', sourceKey(market, venue.id, kind))) ?? UNASKED;
  if (isDue(record, periodMs, ports.clock.nowMs())) return (await attempt(scope, kind, record, ask)).outcome;
  return record.failure === null ? 'answered' : 'failed';
}

/** Asks with what is spent and refused in mind; an answer that brings no rows. */
export async function askFor<T>(
  { gate, venue, deadlineMs }: Pick<VenueScope, 'gate' | 'venue' | 'deadlineMs'>,
  call: VenueCall<T>,
  toData: (value: T) => SourceData,
): Promise<Asked<Update>> {
  const asked = await gate.ask(venue, call, deadlineMs);
  return asked.kind === 'answer'
    ? { kind: 'answer', value: { data: toData(asked.value), changes: [] } }
    : asked;
}
