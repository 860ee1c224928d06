import type { ChartGeometry } from './chart-geometry.ts';
import { DAY_S, LATEST_S } from '../market/time.ts';
import { TIME_FAULTS, type TimeAxis } from './time-axis.ts';

/** Event by which the page's world tells of its charts: a JSON text of at most {@link MOST_BYTES}. */
export const CHART_EVENT = 'plimsoll-chart';

/** Event by which the probe is told `start`, `stop` or `ping`, and nothing else. */
export const PROBE_EVENT = 'plimsoll-probe';
export type ProbeOrder = 'start' | 'stop' | 'ping';

/** The probe stops when it was not pinged for this long. */
export const PROBE_LEASE_MS = 30_000;

/** Whether bands stand on the page's chart, and if not, why. */
export type ChartState = 'searching' | 'loading' | 'ready' | 'mismatch' | 'unsupported' | 'hidden';

/** What a page's charts may be up to; `gone` clears a chart. */
const STATES = ['searching', 'loading', 'unsupported', 'hidden', 'gone'] as const;
export type ProbeState = (typeof STATES)[number];

/** What the probe says of one of at most {@link MOST_CHARTS} charts. */
export type ChartMessage = { readonly seq: number; readonly chart: number } & (
  | { readonly state: ProbeState }
  | { readonly state: 'ready'; readonly geometry: ChartGeometry }
);

/** Charts of one page that are told of; a message names one by its place, from 0 on. */
export const MOST_CHARTS = 4;
const MOST_BYTES = 768;
const MOST_PRICE = 1e12;
const MOST_PX = 8192;
const LEAST_SPACING_PX = 0.01;
/** A year. */
const MOST_BAR_S = 366 * DAY_S;

/** Two charts on a display of 120 Hz, or one on 240 Hz. */
const MOST_PER_SECOND = 240;

const KEYS = 'chart,seq,state';
const READY_KEYS = 'chart,from,height,mode,offset,seq,state,symbol,time,to,width,x,y';
const TIME_KEYS = 'atS,barS,endS,spacing,x';

/** The message if it is one that the probe could have sent, else null. The page can send anything in the probe's name. */
export function parseChartMessage(detail: unknown): ChartMessage | null {
  if (typeof detail !== 'string' || detail.length > MOST_BYTES) return null;
  const value = parseRecord(detail);
  if (value === null) return null;
  const { seq, chart, state, ...geometry } = value;
  const keys = Object.keys(value).sort().join();
  if (!isWithin(seq, 1, Number.MAX_SAFE_INTEGER) || !isWithin(chart, 0, MOST_CHARTS - 1)) return null;
  if (!Number.isInteger(seq) || !Number.isInteger(chart)) return null;
  if (state === 'ready')
    return keys === READY_KEYS && isGeometry(geometry) ? { seq, chart, state, geometry } : null;
  const known = STATES.find((name) => name === state);
  return known !== undefined && keys === KEYS ? { seq, chart, state: known } : null;
}

function isGeometry(value: object): value is ChartGeometry {
  const { symbol, x, y, width, height, from, to, mode, offset, time } = value as {
    readonly [name in keyof ChartGeometry]: unknown;
  };
  return (
    typeof symbol === 'string' &&
    symbol.length <= 64 &&
    isWithin(x, -MOST_PX, MOST_PX) &&
    isWithin(y, -MOST_PX, MOST_PX) &&
    isWithin(width, 1, MOST_PX) &&
    isWithin(height, 2, MOST_PX) &&
    isWithin(from, -MOST_PRICE, MOST_PRICE) &&
    isWithin(to, -MOST_PRICE, MOST_PRICE) &&
    from !== to &&
    isWithin(mode, 0, 3) &&
    Number.isInteger(mode) &&
    isWithin(offset, 0, mode === 1 ? 1e-3 : 0) &&
    (mode !== 1 || Math.min(from, to) + offset > 0) &&
    (TIME_FAULTS.some((fault) => fault === time) || isTimeAxis(time))
  );
}

function isTimeAxis(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Object.keys(value).sort().join() !== TIME_KEYS)
    return false;
  const { x, atS, spacing, barS, endS } = value as { readonly [name in keyof TimeAxis]: unknown };
  return (
    isWithin(x, -MOST_PX, MOST_PX) &&
    isWithin(atS, 0, LATEST_S) &&
    isWithin(spacing, LEAST_SPACING_PX, MOST_PX) &&
    isWithin(barS, 1, MOST_BAR_S) &&
    (endS === null || isWithin(endS, 0, LATEST_S))
  );
}

const isWithin = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && value >= least && value <= most;

function parseRecord(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** Takes messages in ascending order and no more a second than a display shows; null for any other. */
export function createChartReader(): (detail: unknown, nowMs: number) => ChartMessage | null {
  let lastSeq = 0;
  let second = 0;
  let count = 0;
  return (detail, nowMs) => {
    const now = Math.floor(nowMs / 1000);
    if (now !== second) count = 0;
    second = now;
    count += 1;
    if (count > MOST_PER_SECOND) return null;
    const message = parseChartMessage(detail);
    if (message === null || message.seq <= lastSeq) return null;
    lastSeq = message.seq;
    return message;
  };
}

/** Whether a market at `price` could be on that scale: within a fifth of its low and five times its high. */
export const isPlausible = ({ from, to }: ChartGeometry, price: number): boolean =>
  price >= 0.2 * Math.min(from, to) && price <= 5 * Math.max(from, to);
