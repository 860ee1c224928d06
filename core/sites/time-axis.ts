import { LATEST_S } from '../market/time.ts';

/**
 * Where times stand on a chart whose bars follow each other at equal distances, each of `barS` seconds. The bar that
 * opens at `atS` (epoch seconds) begins `x` CSS px right of the pane's left edge, the next one `spacing` px further.
 */
export interface TimeAxis {
  readonly x: number;
  readonly atS: number;
  readonly spacing: number;
  readonly barS: number;
  /** When the last bar ends, where the pane has room behind it; else null. */
  readonly endS: number | null;
}

/** What is wrong with an axis: it cannot be read, or its pixels are not even in time. */
export const TIME_FAULTS = ['unread', 'uneven'] as const;
export type TimeFault = (typeof TIME_FAULTS)[number];

/** CSS px right of the pane's left edge at which `atS` stands. */
export const timeToX = ({ x, atS: from, spacing, barS }: TimeAxis, atS: number): number =>
  x + ((atS - from) / barS) * spacing;

/** Times are asked for at so many even distances, to find where there are bars. */
const PARTS = 8;

/** Halvings of a pane: of the widest, to an eighth of a pixel. */
const HALVINGS = 16;

/**
 * Finds the axis by where the bars change, the first time and the last, and compares it at three places between: bars
 * that are missing, of unequal length, or of no length in time make it uneven.
 * @param timeAt opening time of the bar under a pixel of the pane, epoch seconds; null where there is none
 * @param width of the pane, CSS px
 */
export function findTimeAxis(timeAt: (x: number) => number | null, width: number): TimeAxis | TimeFault {
  const right = width - 1;
  let low = right;
  let high = 0;
  for (let part = 0; part <= PARTS; part += 1) {
    const x = (part / PARTS) * right;
    if (timeAt(x) === null) continue;
    if (x < low) low = x;
    high = x;
  }
  const firstS = timeAt(low);
  const lastS = timeAt(high);
  if (firstS === null || lastS === null || firstS >= lastS || lastS > LATEST_S) return 'unread';

  /** Where, between two places, what holds at the right one begins to hold. */
  const edge = (from: number, until: number, holds: (atS: number | null) => boolean): number => {
    let without = from;
    let within = until;
    for (let halving = 0; halving < HALVINGS; halving += 1) {
      const middle = (without + within) / 2;
      if (holds(timeAt(middle))) within = middle;
      else without = middle;
    }
    return within;
  };
  const x = edge(low, high, (atS) => atS !== firstS);
  const atS = timeAt(x) ?? firstS;
  const lastX = edge(low, high, (at) => at === lastS);
  const barS = atS - firstS;
  const bars = (lastS - atS) / barS;
  if (bars === 0) return 'unread';
  const spacing = (lastX - x) / bars;
  const isEven = [1, 2, 3].every((quarter) => {
    const bar = Math.floor((quarter / 4) * bars);
    return timeAt(x + (bar + 0.5) * spacing) === atS + bar * barS;
  });
  if (!isEven || bars % 1 !== 0) return 'uneven';

  const end = edge(high, high + right / PARTS, (at) => at === null);
  const endS = high < right ? lastS + Math.round((end - lastX) / spacing) * barS : null;
  return { x, atS, spacing, barS, endS };
}

/** Most of a pixel by which an axis may have moved unseen. */
const STILL_PX = 0.5;

/** Whether the first and the last bar of a pane still begin where `axis` says; costs four questions. */
export function isTimeStill(axis: TimeAxis, timeAt: (x: number) => number | null, width: number): boolean {
  const { x, atS, spacing, barS, endS } = axis;
  const until = endS === null ? width : Math.min(width, timeToX(axis, endS));
  const near = Math.min(STILL_PX, spacing / 4);
  return [0, Math.ceil((until - x) / spacing) - 1].every((bar) => {
    const edge = x + bar * spacing;
    const opensS = atS + bar * barS;
    return timeAt(edge - near) === opensS - barS && timeAt(edge + near) === opensS;
  });
}
