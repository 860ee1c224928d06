import type { Candle, OpenInterestPoint } from '../market/bars.ts';
import type { Depth, Ticker } from '../market/observations.ts';
import type { TimeRange } from '../venues/venue.ts';
import { GlitchError } from './glitch-error.ts';

/** A price further than this from the other venues' median is refused, as a fraction of the median. */
export const LARGEST_PRICE_GAP = 0.2;

/** A ticker older than this describes another market than now's. */
const OLDEST_TICKER_MS = 10 * 60_000;

/** Clocks of venues and users differ by a few seconds. */
const CLOCK_SLACK_MS = 60_000;

/**
 * Median of the prices that agree with each other; null where fewer than two, or no more than half of them, do:
 * then nobody can say which is wrong.
 */
export function referencePrice(prices: readonly number[]): number | null {
  const sorted = prices.toSorted((a, b) => a - b);
  let agreeing: readonly number[] = [];
  sorted.forEach((lowest, index) => {
    const group = sorted.slice(index).filter((price) => price <= lowest * (1 + LARGEST_PRICE_GAP));
    if (group.length > agreeing.length) agreeing = group;
  });
  if (agreeing.length < 2 || agreeing.length <= prices.length / 2) return null;
  const low = agreeing[Math.floor((agreeing.length - 1) / 2)] ?? 0;
  const high = agreeing[Math.floor(agreeing.length / 2)] ?? 0;
  return (low + high) / 2;
}

/** Whether `price` is too far from `reference` to be of the same market. */
export const isOffReference = (price: number, reference: number | null): boolean =>
  reference !== null && Math.abs(price / reference - 1) > LARGEST_PRICE_GAP;

/** @throws GlitchError if the ticker cannot be of now and of this market */
export function checkTicker(ticker: Ticker, nowMs: number, reference: number | null): void {
  const { atMs, markPrice, openInterestBase } = ticker;
  if (!(markPrice > 0 && Number.isFinite(markPrice))) throw new GlitchError(`mark price ${markPrice}`);
  if (nowMs - atMs > OLDEST_TICKER_MS) {
    throw new GlitchError(`the price is ${Math.round((nowMs - atMs) / 60_000)} minutes old`);
  }
  if (atMs - nowMs > CLOCK_SLACK_MS) throw new GlitchError('the price is from the future');
  if (openInterestBase !== null && !(openInterestBase > 0 && Number.isFinite(openInterestBase))) {
    throw new GlitchError(`open interest ${openInterestBase}`);
  }
  if (isOffReference(markPrice, reference)) throw offReference(markPrice, reference);
}

/** @throws GlitchError if a side of the book begins far from the venue's own mark price */
export function checkBook({ bids, asks }: Depth, markPrice: number): void {
  for (const level of [bids[0], asks[0]]) {
    if (level !== undefined && isOffReference(level.price, markPrice)) {
      throw new GlitchError(`a book around ${level.price} for a mark price of ${markPrice}`);
    }
  }
}

/**
 * The candles of `range`, ascending, without those outside it or given twice.
 * @throws GlitchError if a candle is impossible, or all are of another time, or the last is of another price
 */
export function checkCandles(
  candles: readonly Candle[],
  range: TimeRange,
  intervalS: number,
  reference: number | null,
): readonly Candle[] {
  const rows = inRange(candles, range, intervalS, (candle) => candle.openTimeS);
  for (const candle of rows) {
    const { open, high, low, close, volumeBase, turnoverUsd } = candle;
    const isPossible =
      low > 0 &&
      low <= Math.min(open, close) &&
      high >= Math.max(open, close) &&
      high < Infinity &&
      volumeBase >= 0 &&
      volumeBase < Infinity &&
      turnoverUsd >= 0 &&
      turnoverUsd < Infinity;
    if (!isPossible) throw new GlitchError(`an impossible bar: ${JSON.stringify(candle)}`);
  }
  const last = rows.at(-1);
  if (last !== undefined && isOffReference(last.close, reference)) throw offReference(last.close, reference);
  return rows;
}

/** The points of `range` (by open time, an interval before the point), ascending; @throws GlitchError */
export function checkOpenInterest(
  points: readonly OpenInterestPoint[],
  range: TimeRange,
  intervalS: number,
): readonly OpenInterestPoint[] {
  const rows = inRange(points, range, intervalS, (point) => point.atS - intervalS);
  for (const { openInterestBase } of rows) {
    if (!(openInterestBase > 0 && openInterestBase < Infinity)) {
      throw new GlitchError(`open interest ${openInterestBase}`);
    }
  }
  return rows;
}

function inRange<T>(
  rows: readonly T[],
  range: TimeRange,
  intervalS: number,
  openTimeS: (row: T) => number,
): readonly T[] {
  const kept = new Map<number, T>();
  for (const row of rows) {
    const time = openTimeS(row);
    if (time >= range.fromS && time <= range.untilS && time % intervalS === 0) kept.set(time, row);
  }
  if (kept.size === 0 && rows.length > 0)
    throw new GlitchError('the rows are of another time than asked for');
  return [...kept.values()].sort((a, b) => openTimeS(a) - openTimeS(b));
}

const offReference = (price: number, reference: number | null): GlitchError =>
  new GlitchError(`price ${price} is far from the other venues' ${reference}`);
