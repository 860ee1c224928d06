import type { CheckedVenues } from '../../engine/index.ts';
import type { SourceStatus } from '../../market/market-report.ts';
import type { VenueFacts } from '../market-facts.ts';
import type { DatabasePort } from '../ports.ts';
import { type AsideEntry, type AsideRecord, extendLog, NOTHING_ASIDE } from './aside-record.ts';
import { fundingOf } from './judge-venues.ts';

/** Funding is compared with what was believed within a day; a venue that tells otherwise for longer is believed. */
const FUNDING_KEPT_MS = 86_400_000;
/** It is written down so often. */
const FUNDING_EVERY_MS = 5 * 60_000;

/** What is remembered of contradictions in `market`. */
export async function readAside(database: DatabasePort, market: string, nowMs: number): Promise<AsideRecord> {
  const record = (await database.get('aside', [market])) ?? NOTHING_ASIDE;
  return Math.abs(nowMs - record.fundingAtMs) <= FUNDING_KEPT_MS ? record : { ...record, funding: {} };
}

/** Writes what is not believed now, where it is news, and reads it back as it will be remembered. @throws StorageError */
export async function keepAside(
  database: DatabasePort,
  market: string,
  before: AsideRecord,
  {
    facts,
    checked,
    nowMs,
  }: { readonly facts: readonly VenueFacts[]; readonly checked: CheckedVenues; readonly nowMs: number },
): Promise<AsideRecord> {
  const found = [
    ...spansFound(checked),
    ...facts.flatMap(({ statuses }) => statuses.flatMap((one) => told(one, nowMs))),
  ];
  const log = extendLog(before.log, found, nowMs);
  const funding = { ...before.funding, ...fundingOf(facts) };
  const isFundingDue = Math.abs(nowMs - before.fundingAtMs) >= FUNDING_EVERY_MS;
  const isNews = log !== before.log || JSON.stringify(checked.aside) !== JSON.stringify(before.spans);
  if (!isNews && !isFundingDue) return before;
  const value: AsideRecord = {
    spans: checked.aside,
    log,
    funding: isFundingDue ? funding : before.funding,
    fundingAtMs: isFundingDue ? nowMs : before.fundingAtMs,
  };
  await database.commit([{ store: 'aside', key: [market], value }]);
  return value;
}

const spansFound = ({ aside }: CheckedVenues): readonly Omit<AsideEntry, 'foundMs'>[] =>
  aside.map(({ venue, quantity, fromS, untilS }) => ({
    venue,
    quantity,
    fromMs: fromS * 1000,
    untilMs: untilS * 1000,
  }));

const told = ({ venue, aside }: SourceStatus, nowMs: number): readonly Omit<AsideEntry, 'foundMs'>[] =>
  aside === undefined ? [] : [{ venue, quantity: aside.quantity, fromMs: nowMs, untilMs: nowMs }];
