import type { CheckedVenues, VenueSeries } from '../../engine/index.ts';
import type { Bars } from '../../market/bars.ts';
import { madeOnce } from '../../market/made-once.ts';
import type { SourceStatus } from '../../market/market-report.ts';
import type { VenueFacts } from '../venue-facts.ts';
import type { DatabasePort } from '../../ledger/ports.ts';
import type { AsideEntry, AsideRow, MissingBars } from '../../ledger/tables/aside.ts';
import { extendLog, NOTHING_ASIDE } from '../../ledger/aside-log.ts';
import { fundingOf } from './judge-changes.ts';
import { DAY_MS, MINUTE_MS } from '../../market/time.ts';

/** Funding is compared with what was believed within a day; a venue that tells otherwise for longer is believed. */
const FUNDING_KEPT_MS = DAY_MS;
/** It is written down so often. */
const FUNDING_EVERY_MS = 5 * MINUTE_MS;

/** The newest gaps are asked for again; a venue that leaves out every quiet bar has no more to tell. */
const MOST_GAPS = 300;

/** What is remembered of contradictions in `market`. */
export async function readAside(database: DatabasePort, market: string, nowMs: number): Promise<AsideRow> {
  const row = (await database.get('aside', [market])) ?? NOTHING_ASIDE;
  return Math.abs(nowMs - row.fundingAtMs) <= FUNDING_KEPT_MS ? row : { ...row, funding: {} };
}

type Gap = Omit<MissingBars, 'venue'>;

/** What was compared, and what came of it. */
export interface Compared {
  /** Bars as stored. */
  readonly told: readonly VenueSeries[];
  readonly checked: CheckedVenues;
  readonly facts: readonly VenueFacts[];
  /** Older bars are not compared. */
  readonly originS: number;
  readonly nowMs: number;
}

/** Writes what is not believed now, where it is news, and returns what is remembered. @throws StorageError */
export async function keepAside(
  database: DatabasePort,
  market: string,
  before: AsideRow,
  { told, checked, facts, originS, nowMs }: Compared,
): Promise<AsideRow> {
  const statuses = facts.flatMap((one) => one.statuses);
  const found = [...spansFound(checked), ...statuses.flatMap((status) => foundNow(status, nowMs))];
  const log = extendLog(before.log, found, nowMs);
  const missing = told.flatMap(({ venue, bars }) => {
    const toldFromS = facts.find((one) => one.venue === venue)?.coverage.candles?.fromS ?? Infinity;
    return gapsIn(bars, Math.max(originS, toldFromS)).map((gap) => ({ venue, ...gap }));
  });
  const isFundingDue = Math.abs(nowMs - before.fundingAtMs) >= FUNDING_EVERY_MS;
  const isNews = log !== before.log || !isEqual([checked.aside, missing], [before.spans, before.missing]);
  if (!isNews && !isFundingDue) return before;
  const remembered = isFundingDue
    ? { funding: { ...before.funding, ...fundingOf(facts) }, fundingAtMs: nowMs }
    : { funding: before.funding, fundingAtMs: before.fundingAtMs };
  const value: AsideRow = { spans: checked.aside, missing, log, ...remembered };
  await database.commit([{ store: 'aside', key: [market], value }]);
  return value;
}

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Gaps between a venue's bars that were told from `sinceS` on. */
const gapsIn = madeOnce(({ openTimeS, intervalS }: Bars, sinceS: number): readonly Gap[] => {
  const gaps: Gap[] = [];
  for (let row = openTimeS.length - 1; row >= 0 && gaps.length < MOST_GAPS; row--) {
    const untilS = openTimeS[row] ?? 0;
    const fromS = row === 0 ? sinceS : (openTimeS[row - 1] ?? 0) + intervalS;
    if (fromS < untilS) gaps.push({ fromS, untilS });
  }
  return gaps;
});

const spansFound = ({ aside }: CheckedVenues): readonly Omit<AsideEntry, 'foundMs'>[] =>
  aside.map(({ venue, quantity, fromS, untilS }) => ({
    venue,
    quantity,
    fromMs: fromS * 1000,
    untilMs: untilS * 1000,
  }));

const foundNow = ({ venue, aside }: SourceStatus, nowMs: number): readonly Omit<AsideEntry, 'foundMs'>[] =>
  aside === undefined ? [] : [{ venue, quantity: aside.quantity, fromMs: nowMs, untilMs: nowMs }];
