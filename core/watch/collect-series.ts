import type { Candle, OpenInterestPoint } from '../market/bars.ts';
import type { PagedSeries, TimeRange, VenueCall } from '../venues/venue.ts';
import { checkCandles, checkOpenInterest } from './checks.ts';
import { groupByChunk, mergeRows, type Row } from './chunks.ts';
import { extendCoverage, nextRange, type SeriesWant } from './coverage.ts';
import type { Asked } from './host-gate.ts';
import type { DatabaseChange } from './ports.ts';
import { attempt, isDue, sourceKey, UNASKED, type Update, type VenueScope } from './source-attempt.ts';
import type { Coverage } from './tables.ts';
import { CANDLE_INTERVAL, SERIES_INTERVAL_S, SETTLED_AFTER_S, wantOf, type SeriesKind } from './windows.ts';

/** A candle's last row is compared with now's prices only if it closed at most this long ago. */
const FRESH_ROW_S = 1800;

/**
 * Pages through one series until it is complete, fails or the deadline comes: the newest page first, then what
 * is new, then back through history. `reference` is the other venues' price.
 * @returns whether only the deadline ended it
 */
export async function collectSeries(
  scope: VenueScope,
  kind: SeriesKind,
  reference: () => Promise<number | null>,
): Promise<boolean> {
  const { ports, venue, market, deadlineMs } = scope;
  const series = kind === 'open-interest' ? venue.openInterestHistory : venue.candles(CANDLE_INTERVAL[kind]);
  if (series === null) return false;
  let record = (await ports.database.get('sources', sourceKey(market, venue.id, kind))) ?? UNASKED;
  for (;;) {
    const nowMs = ports.clock.nowMs();
    if (!isDue(record, 0, nowMs)) return false;
    const coverage = record.data?.kind === 'series' ? record.data.coverage : null;
    const want = wantOf(kind, series, nowMs);
    const range = nextPage(coverage, want, series, nowMs);
    if (range === null || (isWaitingForNew(coverage, want) && !isDue(record, NEW_DAY_RETRY_MS, nowMs)))
      return false;
    if (nowMs > deadlineMs) return true;
    const step = await attempt(scope, kind, record, () =>
      askForPage(scope, kind, { coverage, want, range }, reference),
    );
    if (step.outcome !== 'answered') return step.outcome === 'soon';
    const after = step.record.data?.kind === 'series' ? step.record.data.coverage : null;
    if (after === coverage || (after !== null && coverage !== null && isSame(after, coverage))) return false;
    record = step.record;
  }
}

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

const isWaitingForNew = (coverage: Coverage | null, want: SeriesWant): boolean =>
  want.intervalS === SERIES_INTERVAL_S.daily && coverage !== null && coverage.untilS < want.untilS;

const isSame = (a: Coverage, b: Coverage): boolean =>
  a.fromS === b.fromS && a.untilS === b.untilS && a.exhausted === b.exhausted;

interface Page {
  readonly coverage: Coverage | null;
  readonly want: SeriesWant;
  readonly range: TimeRange;
}

async function askForPage(
  scope: VenueScope,
  kind: SeriesKind,
  page: Page,
  reference: () => Promise<number | null>,
): Promise<Asked<Update>> {
  const { gate, venue, ports, deadlineMs } = scope;
  const nowS = ports.clock.nowMs() / 1000;
  const { range, want } = page;
  if (kind === 'open-interest') {
    const call = openInterestCall(scope, range, want.intervalS);
    if (call === null) return { kind: 'later', isSoon: false };
    const asked = await gate.ask(venue, call, deadlineMs);
    if (asked.kind !== 'answer') return asked;
    return store(scope, kind, page, openInterestRows(checkOpenInterest(asked.value, range, want.intervalS)));
  }
  const series: PagedSeries<Candle> = venue.candles(CANDLE_INTERVAL[kind]);
  const asked = await gate.ask(venue, series.page(scope.instrument, range), deadlineMs);
  if (asked.kind !== 'answer') return asked;
  const isFresh = range.untilS > nowS - FRESH_ROW_S;
  const candles = checkCandles(asked.value, range, want.intervalS, isFresh ? await reference() : null);
  return store(scope, kind, page, candles.map(candleRow));
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
  { coverage, want, range }: Page,
  rows: readonly Row[],
): Promise<Asked<Update>> {
  const extended = extendCoverage(
    coverage,
    want,
    range,
    rows.map((row) => row.openTimeS),
  );
  const { changes, firstChangeS } = await mergeIntoChunks(
    ports,
    [market, venue.id, kind],
    rows,
    want.intervalS,
  );
  const settledS = kind === 'burn-in' ? Infinity : ports.clock.nowMs() / 1000 - SETTLED_AFTER_S;
  const isRevision = firstChangeS !== null && firstChangeS < settledS;
  const stored = extended ?? { fromS: range.fromS, untilS: range.fromS, exhausted: false, revision: 0 };
  const after = isRevision ? { ...stored, revision: stored.revision + 1 } : stored;
  return { kind: 'answer', value: { data: { kind: 'series', coverage: after }, changes } };
}

/** The chunks that `rows` change, under `prefix`. */
export async function mergeIntoChunks(
  { database }: VenueScope['ports'],
  prefix: readonly [market: string, venue: string, kind: string],
  rows: readonly Row[],
  intervalS: number,
): Promise<{ readonly changes: readonly DatabaseChange[]; readonly firstChangeS: number | null }> {
  const changes: DatabaseChange[] = [];
  let firstChangeS: number | null = null;
  for (const [index, group] of groupByChunk(rows, intervalS)) {
    const key = [...prefix, index];
    const merged = mergeRows(await database.get('chunks', key), group, intervalS);
    if (merged.firstChangeS === null) continue;
    firstChangeS = Math.min(firstChangeS ?? Infinity, merged.firstChangeS);
    changes.push({ store: 'chunks', key, value: merged.chunk });
  }
  return { changes, firstChangeS };
}
