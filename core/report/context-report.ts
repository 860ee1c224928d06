import { dateOf } from '../market/utc-date.ts';
import { DAY_S } from '../market/time.ts';
import type { ContextReport, MarketReport } from '../market/market-report.ts';

/** A day's figure; `date` is UTC, `atS` its midnight. */
export interface DatedValue {
  readonly atS: number;
  readonly date: string;
  readonly value: number;
}

/** Days whose figure is known at `atS`: a day's figure is published after the day has ended. */
const knownAt = (days: readonly DatedValue[], atS: number): readonly DatedValue[] =>
  days.filter((day) => day.atS + DAY_S <= atS);

/** Latest fund flow, the sum of the last five trading days, and how many days in a row had its sign. */
export function summariseFlows(days: readonly DatedValue[], atS: number): ContextReport['etf'] {
  const known = knownAt(days, atS).filter((day) => day.value !== 0);
  const last = known.at(-1);
  if (last === undefined) return null;
  const breakAt = known.findLastIndex((day) => Math.sign(day.value) !== Math.sign(last.value));
  return {
    date: last.date,
    netFlowUsd: last.value,
    sum5dUsd: known.slice(-5).reduce((sum, day) => sum + day.value, 0),
    streakDays: known.length - 1 - breakAt,
  };
}

/** Latest implied volatility, percent a year; null if none is known. */
export const latestValue = (days: readonly DatedValue[], atS: number): number | null =>
  knownAt(days, atS).at(-1)?.value ?? null;

/** The UTC days with the most forced dollars among `orders` up to `atS`, largest first. */
export function largestLiquidationDays(
  orders: readonly { readonly atS: number; readonly notionalUsd: number }[],
  atS: number,
  count = 5,
): MarketReport['history']['largestLiquidationDays'] {
  const usdByDay = new Map<number, number>();
  for (const order of orders) {
    if (order.atS > atS) continue;
    const day = Math.floor(order.atS / DAY_S);
    usdByDay.set(day, (usdByDay.get(day) ?? 0) + order.notionalUsd);
  }
  return [...usdByDay]
    .toSorted(([dayA, usdA], [dayB, usdB]) => usdB - usdA || dayA - dayB)
    .slice(0, count)
    .map(([day, usd]) => ({ date: dateOf(day * DAY_S * 1000), usd: Math.round(usd) }));
}
