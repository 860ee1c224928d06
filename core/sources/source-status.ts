import { instrumentOf } from '../market/instrument-of.ts';
import type { SourceStatus } from '../market/market-report.ts';
import type { VenueId } from '../market/venue-id.ts';
import type { SourceRow } from '../ledger/tables/sources.ts';
import type { SourceKind } from './kinds/kind.ts';
import { KINDS } from './kinds/list.ts';

/** What views are told of the sources of one venue, in the order of their kinds; `rows` by the id of their kind. */
export function statusesOf(
  venue: VenueId,
  market: string,
  rows: Readonly<Record<string, SourceRow>>,
  nowMs: number,
): readonly SourceStatus[] {
  const { data, okAtMs: at = null } = rows['instruments'] ?? {};
  if (data?.kind === 'instruments' && instrumentOf(market, data.instruments) === null) {
    return [{ venue, kind: 'instruments', status: 'failed', at, code: 'not-listed' }];
  }
  return KINDS.flatMap((kind) => {
    const row = rows[kind.id];
    if (row === undefined) return [];
    const told = statusOf(venue, kind, row, nowMs);
    const isLeftClosed = kind.isOptional && told.code === 'permission';
    return isLeftClosed || (kind.isBeside && told.status !== 'ok') ? [] : [told];
  });
}

/** `stale` while its last answer is still of use, `failed` after that. */
function statusOf(
  venue: VenueId,
  { id, toldAtMs, staleAfterMs, lateAfterS = Infinity }: SourceKind,
  row: SourceRow,
  nowMs: number,
): SourceStatus {
  const { failure, okAtMs: at, data } = row;
  const toldMs = toldAtMs?.(row) ?? at;
  const isOld = toldMs === null || nowMs - toldMs > staleAfterMs;
  if (failure !== null)
    return { venue, kind: id, status: isOld ? 'failed' : 'stale', at, code: failure.code };
  const lateS = data?.kind === 'series' ? (data.coverage.lateS ?? 0) : 0;
  return { venue, kind: id, status: isOld || lateS > lateAfterS ? 'stale' : 'ok', at, code: null };
}
