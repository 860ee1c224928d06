import type { Candle, OpenInterestPoint } from '../market/bars.ts';
import type { PagedSeries, VenueCall } from '../venues/venue.ts';
import type { TimeRange } from '../market/time-range.ts';
import { isToldAnew, nextDoubtful } from './ask-again.ts';
import type { AsideRow } from '../ledger/tables/aside.ts';
import { checkCandles, type CheckedRows, checkOpenInterest } from './checks.ts';
import type { Row } from '../ledger/chunks.ts';
import { extendCoverage, nextRange, type SeriesWant } from '../ledger/coverage.ts';
import type { Asked } from './host-gate.ts';
import { mergeIntoChunks } from '../ledger/merge-into-chunks.ts';
import { attempt, isDue, sourceKey, UNASKED, type Update, type VenueScope } from './source-attempt.ts';
import type { Coverage, SourceRow } from '../ledger/tables/sources.ts';
import { CANDLE_INTERVAL, SETTLED_AFTER_S, wantOf, type SeriesKind } from '../ledger/windows.ts';

/**
 * Pages through one series until it is complete, fails or the deadline comes: the newest page first, then what
 * is new, then back through history, also where the newest rows have yet to come.
 * @returns whether only the deadline ended it
 */
export async function collectSeries(scope: VenueScope, kind: SeriesKind): Promise<boolean> {
  const { ports, venue, market, deadlineMs } = scope;
  const series = kind === 'open-interest' ? venue.openInterestHistory : venue.candles(CANDLE_INTERVAL[kind]);
  if (series === null) return false;
  let record = (await ports.database.get('sources', sourceKey(market, venue.id, kind))) ?? UNASKED;
  let isNewestAwaited = kind === 'daily' && !isDue(record, NEW_DAY_RETRY_MS, ports.clock.nowMs());
  const aside = await ports.database.get('aside', [market]);
  let isAnew = isDoubted(scope, kind, aside, record);
  for (;;) {
    const nowMs = ports.clock.nowMs();
    if (!isDue(record, 0, nowMs)) return false;
    const want = { ...wantOf(kind, series, nowMs), isNewestAwaited };
    const known = believable(coverageOf(record), want);
    const coverage = known !== null && isAnew ? { ...known, fromS: want.fromS, untilS: want.fromS } : known;
    const next = nextPage(coverage, want, series, nowMs);
    const { intervalS, pageRows } = want;
    const again =
      next === null && coverage !== null
        ? nextDoubtful({ aside, venue: venue.id, kind, intervalS, pageRows }, coverage, nowMs)
        : null;
    const range = next ?? again?.range ?? null;
    if (range === null) return false;
    if (ports.clock.deviceMs() > deadlineMs) return true;
    const before = { okAtMs: record.okAtMs, coverage };
    const step = await attempt(scope, kind, record, () =>
      askForPage(scope, kind, { before, want, range, isDoubtful: again?.isDoubtful ?? null }),
    );
    if (step.outcome !== 'answered') return step.outcome === 'soon';
    record = step.record;
    isAnew = false;
    isNewestAwaited ||= isSame(coverageOf(record), coverage);
  }
}

const isDoubted = (
  { ports, venue }: VenueScope,
  kind: SeriesKind,
  aside: AsideRow | null,
  record: SourceRow,
): boolean => {
  const coverage = coverageOf(record);
  return coverage !== null && isToldAnew({ aside, venue: venue.id, kind }, coverage, ports.clock.nowMs());
};

const coverageOf = ({ data }: SourceRow): Coverage | null => (data?.kind === 'series' ? data.coverage : null);

/** Rows that cannot have closed yet were never there: whoever thought so had a wrong clock. */
const believable = (coverage: Coverage | null, { untilS, intervalS }: SeriesWant): Coverage | null =>
  coverage !== null && coverage.untilS > untilS + intervalS ? null : coverage;

/** The range to ask for next, in the larger pages of the recent past where it lies there. */
function nextPage(
  coverage: Coverage | null,
  want: SeriesWant,
  { recent }: Pick<PagedSeries<unknown>, 'recent'>,
  nowMs: number,
): TimeRange | null {
  if (recent !== undefined) {
    const range = nextRange(coverage, { ...want, pageRows: recent.pageRows });
    if (range !== null && range.fromS >= nowMs / 1000 - recent.depthS) return range;
  }
  return nextRange(coverage, want);
}

/** Time between two questions for a daily candle that has not come yet. */
const NEW_DAY_RETRY_MS = 300_000;

const isSame = (a: Coverage | null, b: Coverage | null): boolean =>
  a?.fromS === b?.fromS && a?.untilS === b?.untilS && a?.exhausted === b?.exhausted;

interface Page {
  /** What was known before it was asked for. */
  readonly before: { readonly okAtMs: number | null; readonly coverage: Coverage | null };
  readonly want: SeriesWant;
  readonly range: TimeRange;
  /** Where the page is asked for once more: which rows are doubtful; the others stay. Null for a new page. */
  readonly isDoubtful: ((openTimeS: number) => boolean) | null;
}

async function askForPage(scope: VenueScope, kind: SeriesKind, page: Page): Promise<Asked<Update>> {
  const { gate, venue, deadlineMs } = scope;
  const { range, want } = page;
  if (kind === 'open-interest') {
    const call = openInterestCall(scope, range, want.intervalS);
    if (call === null) return { kind: 'later', isSoon: false };
    const asked = await gate.ask(venue, call, deadlineMs);
    if (asked.kind !== 'answer') return asked;
    const { rows, openTimesS } = checkOpenInterest(asked.value, range, want.intervalS);
    return store(scope, kind, page, { rows: openInterestRows(rows), openTimesS });
  }
  const series: PagedSeries<Candle> = venue.candles(CANDLE_INTERVAL[kind]);
  const asked = await gate.ask(venue, series.page(scope.instrument, range), deadlineMs);
  if (asked.kind !== 'answer') return asked;
  const { rows, openTimesS } = checkCandles(asked.value, range, want.intervalS);
  return store(scope, kind, page, { rows: rows.map(candleRow), openTimesS });
}

/** Points are dated at the close, rows at the open. */
const openInterestCall = (
  { venue, instrument }: VenueScope,
  range: TimeRange,
  intervalS: number,
): VenueCall<readonly OpenInterestPoint[]> | null =>
  venue.openInterestHistory?.page(instrument, {
    fromS: range.fromS + intervalS,
    untilS: range.untilS + intervalS,
  }) ?? null;

const openInterestRows = (points: readonly OpenInterestPoint[]): readonly Row[] =>
  points.map(({ atS, openInterestBase }) => ({ openTimeS: atS - 300, values: { openInterestBase } }));

const candleRow = ({ openTimeS, takerBuyBase, ...values }: Candle): Row => ({
  openTimeS,
  values: { ...values, takerBuyBase: takerBuyBase ?? NaN },
});

async function store(
  { ports, market, venue }: VenueScope,
  kind: SeriesKind,
  { before: { okAtMs, coverage }, want, range, isDoubtful }: Page,
  { rows, openTimesS }: CheckedRows<Row>,
): Promise<Asked<Update>> {
  const isAgain = isDoubtful !== null;
  const extended = isAgain ? coverage : extendCoverage(coverage, want, range, openTimesS);
  const { changes, firstChangeS } = await mergeIntoChunks(
    ports,
    [market, venue.id, kind],
    isAgain ? rows.filter(({ openTimeS }) => isDoubtful(openTimeS)) : rows,
    want.intervalS,
  );
  const settledS = kind === 'burn-in' ? Infinity : ports.clock.nowMs() / 1000 - SETTLED_AFTER_S;
  const isRevision = firstChangeS !== null && firstChangeS < settledS;
  const stored = extended ?? { fromS: range.fromS, untilS: range.fromS, exhausted: false, revision: 0 };
  const isNew = coverage !== null && stored.untilS > coverage.untilS;
  const isFirst = coverage === null || coverage.untilS <= want.fromS;
  const sinceMs = isFirst ? ports.clock.nowMs() : coverage.sinceMs;
  const again = isAgain ? { again: askedAgain(coverage, firstChangeS !== null, ports.clock.nowMs()) } : {};
  const after = {
    ...stored,
    ...again,
    ...(sinceMs === undefined ? {} : { sinceMs }),
    revision: stored.revision + (isRevision ? 1 : 0),
    lateS: isNew ? lateS(okAtMs, stored.untilS) : (coverage?.lateS ?? 0),
  };
  return { kind: 'answer', value: { data: { kind: 'series', coverage: after }, changes } };
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
