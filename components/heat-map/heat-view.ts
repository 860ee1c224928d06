import type { MapPeriod } from '../../core/market/map-window.ts';
import { DAY_S, HOUR_S } from '../../core/market/time.ts';

/** What a heat map shows: epoch seconds, and prices in the units of the page. */
export interface HeatView {
  readonly fromS: number;
  readonly untilS: number;
  readonly low: number;
  readonly high: number;
}

export const PERIOD_S: Readonly<Record<MapPeriod, number>> = {
  day: DAY_S,
  week: 7 * DAY_S,
  month: 30 * DAY_S,
};

/** How far from the price a period is looked at. */
const REACH: Readonly<Record<MapPeriod, number>> = { day: 0.06, week: 0.1, month: 0.15 };

/** So much of the period is free behind now. */
const AHEAD = 0.05;

/** The whole of a period up to now, on either side of the price. */
export const homeView = (period: MapPeriod, nowS: number, price: number): HeatView => ({
  fromS: nowS - PERIOD_S[period],
  untilS: nowS + AHEAD * PERIOD_S[period],
  low: price * (1 - REACH[period]),
  high: price * (1 + REACH[period]),
});

/** So much more is painted on either side, as shares of what is seen, that a view can be moved without painting anew. */
export const SPARE = { time: 0.5, price: 0.25 } as const;

/** Whether `view` is `painted` moved no farther than the spare, and not zoomed. */
export function isMoved(painted: HeatView, view: HeatView): boolean {
  const [spanS, span] = [painted.untilS - painted.fromS, painted.high - painted.low];
  const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.abs(a);
  return (
    isSame(spanS, view.untilS - view.fromS) &&
    isSame(span, view.high - view.low) &&
    Math.abs(view.fromS - painted.fromS) <= SPARE.time * spanS &&
    Math.abs(view.low - painted.low) <= SPARE.price * span
  );
}

/** Within which a view may move. */
export interface ViewBounds {
  readonly nowS: number;
  readonly price: number;
}

const LEAST_S = 2 * HOUR_S;
const MOST_S = 31 * DAY_S;
/** Prices of a view, from the lowest to the highest, as shares of the price. */
const LEAST_SPAN = 0.004;
const LOWEST = 0.5;
const HIGHEST = 1.6;

/** Moves a view by shares of its width and height; to the right and upwards is later and dearer. */
export function panView(view: HeatView, across: number, up: number, bounds: ViewBounds): HeatView {
  const [dS, dPrice] = [across * (view.untilS - view.fromS), up * (view.high - view.low)];
  return fitted(
    {
      fromS: view.fromS + dS,
      untilS: view.untilS + dS,
      low: view.low + dPrice,
      high: view.high + dPrice,
    },
    bounds,
  );
}

/** Which place stays where it is when a view is zoomed: shares of its width and height from the left and from below. */
export interface ZoomPlace {
  readonly x: number;
  readonly y: number;
}

export interface ZoomFactors {
  readonly time: number;
  readonly price: number;
}

/** Makes what a view shows larger by a factor; 1 leaves it. */
export function zoomView(
  view: HeatView,
  { time, price }: ZoomFactors,
  at: ZoomPlace,
  bounds: ViewBounds,
): HeatView {
  const [spanS, span] = [view.untilS - view.fromS, view.high - view.low];
  const nextS = clamp(spanS / time, LEAST_S, MOST_S);
  const next = clamp(span / price, LEAST_SPAN * bounds.price, (HIGHEST - LOWEST) * bounds.price);
  const fromS = view.fromS + at.x * (spanS - nextS);
  const low = view.low + at.y * (span - next);
  return fitted({ fromS, untilS: fromS + nextS, low, high: low + next }, bounds);
}

/** The view of the same size that lies within what there is. */
function fitted({ fromS, untilS, low, high }: HeatView, { nowS, price }: ViewBounds): HeatView {
  const [spanS, span] = [untilS - fromS, high - low];
  // A quarter of the picture may lie in the future, so that the newest column can be looked at closely.
  const from = clamp(fromS, nowS - MOST_S, nowS - 0.75 * spanS);
  const bottom = clamp(low, LOWEST * price, Math.max(LOWEST * price, HIGHEST * price - span));
  return { fromS: from, untilS: from + spanS, low: bottom, high: bottom + span };
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
