import type { Update } from './attempt.ts';
import type { AskedPage } from './ask-again.ts';
import type { CheckedRows } from './checks.ts';
import { extendCoverage, type SeriesWant } from '../ledger/coverage.ts';
import { mergeIntoChunks } from '../ledger/chunks.ts';
import type { Coverage } from '../ledger/tables/sources.ts';
import { SETTLED_AFTER_S, type SeriesKind } from '../ledger/windows.ts';
import type { MarketScope } from './kinds/kind.ts';

/** A page and what was known before it was asked for. */
interface Page extends AskedPage {
  readonly okAtMs: number | null;
  readonly coverage: Coverage | null;
  readonly want: SeriesWant;
}

/** What the rows of a page change: chunks of the series, and what is known of it. */
export async function foldPage(
  { ports, market, venue }: Pick<MarketScope, 'ports' | 'market' | 'venue'>,
  kind: SeriesKind,
  { okAtMs, coverage, want, range, isDoubtful }: Page,
  { rows, openTimesS }: CheckedRows,
): Promise<Update> {
  const isAgain = isDoubtful !== null;
  const extended = isAgain ? coverage : extendCoverage(coverage, want, range, openTimesS);
  const { changes, firstChangeS } = await mergeIntoChunks(
    ports,
    [market, venue.id, kind],
    isAgain ? rows.filter(({ openTimeS }) => isDoubtful(openTimeS)) : rows,
    want.intervalS,
  );
  const nowMs = ports.clock.nowMs();
  const settledS = want.isPast ? Infinity : nowMs / 1000 - SETTLED_AFTER_S;
  const isRevision = firstChangeS !== null && firstChangeS < settledS;
  const stored = extended ?? { fromS: range.fromS, untilS: range.fromS, exhausted: false, revision: 0 };
  const isNew = coverage !== null && stored.untilS > coverage.untilS;
  const isFirst = coverage === null || coverage.untilS <= want.fromS;
  const sinceMs = isFirst ? nowMs : coverage.sinceMs;
  const after = {
    ...stored,
    ...(isAgain ? { again: askedAgain(coverage, firstChangeS !== null, nowMs) } : {}),
    ...(sinceMs === undefined ? {} : { sinceMs }),
    revision: stored.revision + (isRevision ? 1 : 0),
    lateS: isNew ? lateS(okAtMs, stored.untilS) : (coverage?.lateS ?? 0),
  };
  return { data: { kind: 'series', coverage: after }, changes };
}

const askedAgain = (
  coverage: Coverage | null,
  isChanged: boolean,
  atMs: number,
): NonNullable<Coverage['again']> => ({
  atMs,
  count: (coverage?.again?.count ?? 0) + 1,
  quiet: isChanged ? 0 : (coverage?.again?.quiet ?? 0) + 1,
});

/** How long after its close at `untilS` a row had not come when `okAtMs` the venue was asked before, seconds. */
const lateS = (okAtMs: number | null, untilS: number): number =>
  okAtMs === null ? 0 : Math.max(0, Math.round(okAtMs / 1000 - untilS));
