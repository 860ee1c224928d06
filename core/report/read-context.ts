import { type HoldingsDay, monthChange } from '../context/corporate-holdings.ts';
import type { CalendarEvent } from '../context/economic-calendar.ts';
import { type FlowDay, mergeFlowDays } from '../context/fund-flows.ts';
import { realisedVolatility } from '../context/realised-volatility.ts';
import type { DailyCandle } from '../levels/daily-candle.ts';
import { madeOnce } from '../market/made-once.ts';
import type { ContextReport, ContextSourceStatus } from '../market/market-report.ts';
import { summariseFlows } from './context-report.ts';
import { contextSourcesOf, type StoredSource } from '../ledger/context-sources.ts';
import type { DatabasePort } from '../ledger/ports.ts';
import type { ContextRow } from '../ledger/tables/context.ts';
import { HOUR_MS } from '../market/time.ts';

/** Implied volatility of longer ago says nothing about the coming day. */
const OLDEST_VOLATILITY_MS = 24 * HOUR_MS;

/** Events in the report: enough for a week, little enough for its size. */
const MOST_EVENTS: Readonly<Record<string, number>> = { High: 6, Medium: 3 };

interface Told {
  readonly source: StoredSource['source'];
  readonly row: ContextRow;
}

/** What surrounds a market, of what is stored, with the state of each source that was ever asked. */
export async function readContext(
  database: DatabasePort,
  market: string,
  days: readonly DailyCandle[],
  nowMs: number,
): Promise<ContextReport> {
  const told = await Promise.all(
    contextSourcesOf(market).map(async ({ source }): Promise<readonly Told[]> => {
      const row = await database.get('context', [source.id]);
      return row === null ? [] : [{ source, row }];
    }),
  );
  const known = told.flat();
  const data = known.flatMap(({ row }) => row.data ?? []);
  const flows = data.reduce<readonly FlowDay[]>(
    (merged, one) => (one.kind === 'flows' ? mergeFlowDays(merged, one.days) : merged),
    [],
  );
  const events = data.flatMap((one) => (one.kind === 'events' ? one.events : []));
  const volatility = data.flatMap((one) => (one.kind === 'volatility' ? one.points : [])).at(-1);
  const isRecent = volatility !== undefined && nowMs - volatility.atS * 1000 <= OLDEST_VOLATILITY_MS;
  return {
    etf: summariseFlows(flows, nowMs / 1000),
    events: nextEvents(events, nowMs),
    dvol: isRecent ? volatility.value : null,
    realisedVol: volatilityOf(days),
    treasuries: treasuriesOf(data.flatMap((one) => (one.kind === 'treasuries' ? one.days : []))),
    sources: known.map((one) => contextStatus(one, nowMs)),
  };
}

const volatilityOf = madeOnce((days: readonly DailyCandle[]) =>
  realisedVolatility(days.map(({ close }) => close)),
);

function treasuriesOf(days: readonly HoldingsDay[]): ContextReport['treasuries'] {
  const last = days.at(-1);
  return last === undefined
    ? null
    : { base: last.base, companies: last.companies, monthBase: monthChange(days) };
}

/** The next events of each impact that matters, and those of the last hour, in order of time. */
const nextEvents = (events: readonly CalendarEvent[], nowMs: number): ContextReport['events'] =>
  Object.entries(MOST_EVENTS)
    .flatMap(([impact, most]) =>
      events.filter((event) => event.impact === impact && event.at > nowMs - HOUR_MS).slice(0, most),
    )
    .sort((a, b) => a.at - b.at)
    .map(({ at, title, country, impact }) => ({ at, title, country, impact: impact.toLowerCase() }));

/** What is asked too seldom to be fresh is not stale: each source has its own measure. */
function contextStatus({ source, row }: Told, nowMs: number): ContextSourceStatus {
  const { figure, name, staleAfterMs } = source;
  const { okAtMs: at, failure } = row;
  const isOld = at === null || nowMs - at > staleAfterMs;
  const status = failure === null ? (isOld ? 'stale' : 'ok') : isOld ? 'failed' : 'stale';
  return { figure, name, status, at, code: failure?.code ?? null };
}
