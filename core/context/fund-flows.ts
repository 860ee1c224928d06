import * as v from 'valibot';
import { RateLimitedError, SchemaError } from '../market/errors.ts';
import { readJsonText, refuseRefusal } from './answer-text.ts';
import { dateOf } from '../market/utc-date.ts';
import { parseDayMs } from './utc-time.ts';
import { DAY_MS, MINUTE_MS } from '../market/time.ts';

/** Net flow into all US spot bitcoin funds together on one day. */
export interface FlowDay {
  /** `2026-01-12`. */
  readonly date: string;
  /** Midnight UTC of the day, epoch seconds. */
  readonly atS: number;
  /** USD; negative = out. */
  readonly value: number;
  /** Id of the source that told it. */
  readonly source: FlowSourceId;
}

/** The sources in the order in which they are believed. */
const FLOW_SOURCES = ['coinmarketcap', 'bitbo'] as const;
type FlowSourceId = (typeof FLOW_SOURCES)[number];

/** The funds began to trade on 2024-01-11. */
const FIRST_DAY_MS = 1_704_931_200_000;
const RETRY_MS = 30 * MINUTE_MS;
/** More than any day has ever seen by a factor of ten; a larger number is another unit. */
const LARGEST_USD = 2e10;

const coinMarketCapAnswer = v.object({
  data: v.object({
    points: v.array(v.object({ timestamp: v.string(), value: v.number() })),
    aggregation: v.optional(v.nullable(v.string())),
  }),
});

/**
 * Days out of CoinMarketCap's chart of fund flows, ascending. The range of 30 or 90 days is daily.
 * @throws RateLimitedError for the empty chart of a busy source
 * @throws SchemaError for any other shape, for months in place of days and for impossible values
 */
export function parseCoinMarketCapFlows(text: string, nowMs: number): readonly FlowDay[] {
  const root = 'coinmarketcap';
  const { data } = readJsonText(coinMarketCapAnswer, text, { root, nowMs, retryMs: RETRY_MS });
  if (data.points.length === 0) throw new RateLimitedError(nowMs + RETRY_MS, `${root} is busy: no days`);
  if (data.aggregation != null && /month|week/i.test(data.aggregation)) {
    throw new SchemaError(`${root}.data.aggregation`, `expected days, got ${data.aggregation}`);
  }
  return inOrder(
    data.points.map(({ timestamp, value }, index) =>
      toFlowDay(Number(timestamp), value, { root: `${root}.data.points.${index}`, source: root, nowMs }),
    ),
  );
}

/**
 * Days out of Bitbo's table of fund flows, ascending. Its header has `Date` and `Totals`, amounts are millions of USD;
 * days without trade and summary rows have no total or no date and are left out.
 * @throws RateLimitedError for a page of refusal
 * @throws SchemaError for a page without that table or without a day in it
 */
export function parseBitboFlows(html: string, nowMs: number): readonly FlowDay[] {
  const root = 'bitbo';
  refuseRefusal(html, { root, nowMs, retryMs: RETRY_MS });
  const table = [...html.matchAll(/<table[\s\S]*?<\/table>/gi)]
    .map(([text]) => rowsOf(text))
    .find(([header = []]) => dateColumn(header) >= 0 && totalColumn(header) >= 0);
  const [header = [], ...rows] = table ?? [];
  if (table === undefined) throw new SchemaError(`${root}.table`, 'no table with Date and Totals');
  const days = rows.flatMap((cells, index) => {
    const atMs = parseDayMs(cells[dateColumn(header)] ?? '');
    const millions = parseAmount(cells[totalColumn(header)] ?? '');
    if (atMs === null || millions === null) return [];
    return [toFlowDay(atMs, millions * 1e6, { root: `${root}.row.${index}`, source: root, nowMs })];
  });
  if (days.length === 0) throw new SchemaError(`${root}.table`, 'no row with a day');
  return inOrder(days);
}

const dateColumn = (header: readonly string[]): number => header.findIndex((cell) => /^date$/i.test(cell));
const totalColumn = (header: readonly string[]): number =>
  header.findIndex((cell) => /^totals?$/i.test(cell));

/** Cell texts by row, tags and the commonest entities taken out. */
const rowsOf = (table: string): string[][] =>
  [...table.matchAll(/<tr[\s\S]*?<\/tr>/gi)].map(([row]) =>
    [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/gi)].map(([, cell = '']) =>
      cell
        .replace(/<[^>]*>/g, ' ')
        .replace(/&nbsp;|&#160;/g, ' ')
        .replace(/&minus;|&#8722;/g, '-')
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  );

/** `1,234.5`, `-83.2`, `(83.2)`; null for an empty cell or a dash. */
function parseAmount(text: string): number | null {
  const plain = text.replace(/[$,\s]/g, '').replace('−', '-');
  const bracketed = /^\((\d+(?:\.\d+)?)\)$/.exec(plain);
  if (bracketed) return -Number(bracketed[1]);
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}

function toFlowDay(
  atMs: number,
  usd: number,
  { root, source, nowMs }: { readonly root: string; readonly source: FlowSourceId; readonly nowMs: number },
): FlowDay {
  const dayMs = Math.floor(atMs / DAY_MS) * DAY_MS;
  if (!(dayMs >= FIRST_DAY_MS && dayMs <= nowMs)) {
    throw new SchemaError(`${root}.date`, `expected a day since the funds began, got ${atMs}`);
  }
  if (!(Math.abs(usd) <= LARGEST_USD)) throw new SchemaError(`${root}.value`, `impossible flow ${usd} USD`);
  return { date: dateOf(dayMs), atS: dayMs / 1000, value: usd, source };
}

const inOrder = (days: readonly FlowDay[]): readonly FlowDay[] =>
  [...new Map(days.map((day) => [day.atS, day])).values()].sort((a, b) => a.atS - b.atS);

/**
 * The days known so far with newly told ones, ascending: kept on the device, they survive their source. Sources
 * revise recent days, so the newer word counts, unless it comes from a less believed source.
 */
export function mergeFlowDays(known: readonly FlowDay[], fresh: readonly FlowDay[]): readonly FlowDay[] {
  const byDay = new Map(known.map((day) => [day.atS, day]));
  for (const day of fresh) {
    const before = byDay.get(day.atS);
    if (before === undefined || rank(day) <= rank(before)) byDay.set(day.atS, day);
  }
  return [...byDay.values()].sort((a, b) => a.atS - b.atS);
}

const rank = ({ source }: FlowDay): number => FLOW_SOURCES.indexOf(source);
