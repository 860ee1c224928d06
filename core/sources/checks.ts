import type { Row } from '../ledger/chunks.ts';
import type { Candle, OpenInterestPoint } from '../market/bars.ts';
import type { Depth, Ticker } from '../market/observations.ts';
import type { TimeRange } from '../market/time-range.ts';
import { MINUTE_MS } from '../market/time.ts';
import { GlitchError } from './glitch-error.ts';

/** A price further than this from another of the same venue is of another coin or scale. */
const LARGEST_PRICE_GAP = 0.2;

/** A ticker older than this describes another market than now's. */
const OLDEST_TICKER_MS = 10 * MINUTE_MS;

/** Clocks of venues and users differ by a few seconds. */
const CLOCK_SLACK_MS = MINUTE_MS;

/** Whether `price` is too far from `known` to be of the same market. */
export const isFarOff = (price: number, known: number): boolean =>
  Math.abs(price / known - 1) > LARGEST_PRICE_GAP;

/** @throws GlitchError if the ticker cannot be of now and of this market */
export function checkTicker(ticker: Ticker, nowMs: number): void {
  const { atMs, markPrice, openInterestBase } = ticker;
  if (!(markPrice > 0 && Number.isFinite(markPrice))) throw new GlitchError(`mark price ${markPrice}`);
  if (nowMs - atMs > OLDEST_TICKER_MS) {
    throw new GlitchError(`the price is ${Math.round((nowMs - atMs) / MINUTE_MS)} minutes old`);
  }
  if (atMs - nowMs > CLOCK_SLACK_MS) throw new GlitchError('the price is from the future');
  if (openInterestBase !== null && !(openInterestBase >= 0 && openInterestBase < Infinity)) {
    throw new GlitchError(`open interest ${openInterestBase}`);
  }
}

/** @throws GlitchError if a side of the book begins far from the venue's own mark price */
export function checkBook({ bids, asks }: Depth, markPrice: number): void {
  for (const level of [bids[0], asks[0]]) {
    if (level !== undefined && isFarOff(level.price, markPrice)) {
      throw new GlitchError(`a book around ${level.price} for a mark price of ${markPrice}`);
    }
  }
}

/** A bar that reaches past this many times its own open and close, or falls below their share, is a fault of the feed. */
const LONGEST_WICK = 10;

/** The rows of an answer that are possible, and the open times of all that were asked for. */
export interface CheckedRows {
  readonly rows: readonly Row[];
  /** Ascending; an impossible row has its time here: it is there, and asked for again later. */
  readonly openTimesS: readonly number[];
}

/**
 * The candles of `range`, ascending, without those outside it or given twice. An impossible one costs itself.
 * @throws GlitchError if all are impossible or of another time
 */
export const checkCandles = (candles: readonly Candle[], range: TimeRange, intervalS: number): CheckedRows =>
  checkRows(candles, range, intervalS, isPossibleCandle);

function isPossibleCandle({ open, high, low, close, volumeBase, turnoverUsd }: Candle): boolean {
  const [bottom, top] = [Math.min(open, close), Math.max(open, close)];
  return (
    low > 0 &&
    low <= bottom &&
    low >= bottom / LONGEST_WICK &&
    high >= top &&
    high <= top * LONGEST_WICK &&
    volumeBase >= 0 &&
    volumeBase < Infinity &&
    turnoverUsd >= 0 &&
    turnoverUsd < Infinity
  );
}

/**
 * The points of `range` (by open time, an interval before the point), ascending. An impossible one costs itself.
 * @throws GlitchError if all are impossible or of another time
 */
export const checkOpenInterest = (
  points: readonly OpenInterestPoint[],
  range: TimeRange,
  intervalS: number,
): CheckedRows => checkRows(rowsOf(points, intervalS), range, intervalS, isPossibleOpenInterest);

/**
 * Open interest of the days of `range`, ascending. An impossible one costs itself.
 * @throws GlitchError if all are impossible or of another time
 */
export const checkOpenInterestDays = (
  days: readonly OpenInterestPoint[],
  range: TimeRange,
  intervalS: number,
): CheckedRows => checkRows(rowsOf(days, 0), range, intervalS, isPossibleOpenInterest);

/** Points as rows that open so long before them. */
const rowsOf = (points: readonly OpenInterestPoint[], beforeS: number) =>
  points.map(({ atS, openInterestBase }) => ({ openTimeS: atS - beforeS, openInterestBase }));

const isPossibleOpenInterest = ({ openInterestBase }: Pick<OpenInterestPoint, 'openInterestBase'>): boolean =>
  openInterestBase >= 0 && openInterestBase < Infinity;

/** So few impossible rows may be all that was asked for; more are an answer that is wrong as a whole. */
const FEW_ROWS = 3;

function checkRows<T extends Row>(
  told: readonly T[],
  range: TimeRange,
  intervalS: number,
  isPossible: (row: T) => boolean,
): CheckedRows {
  const asked = new Map<number, T>();
  for (const row of told) {
    const time = row.openTimeS;
    if (time >= range.fromS && time <= range.untilS && time % intervalS === 0) asked.set(time, row);
  }
  if (asked.size === 0 && told.length > 0) {
    throw new GlitchError('the rows are of another time than asked for');
  }
  const ordered = [...asked].toSorted(([a], [b]) => a - b);
  const rows = ordered.map(([, row]) => row).filter(isPossible);
  if (rows.length === 0 && ordered.length > FEW_ROWS) {
    throw new GlitchError(`nothing possible, as ${JSON.stringify(ordered[0]?.[1])}`);
  }
  return { rows, openTimesS: ordered.map(([time]) => time) };
}
