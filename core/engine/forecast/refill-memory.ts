import { HOUR_S } from '../../market/time.ts';

/** Width of a memory cell in log price. */
export const CELL_WIDTH = 0.0005;
/** Trading is close to a cell when the close lies this many cells away: 20 to 105 bp. */
const NEAR_FROM = 4;
const NEAR_UNTIL = 20;
/** Cells that are added beyond a new extreme when the lattice grows. */
const MARGIN = 256;

/**
 * When the price last visited each 5 bp of log price, and how long it has traded close by since. One lattice a
 * coin, shared by both sides: a price that was swept refills with new positions.
 *
 * Cell `i` covers `ln(price)` in `[(firstCell + i) * CELL_WIDTH, (firstCell + i + 1) * CELL_WIDTH)`.
 */
export interface RefillMemory {
  firstCell: number;
  /** Epoch seconds at which the price last crossed the cell; -Infinity if it never did. */
  lastVisitS: Float64Array;
  /** Hours of trading 20 to 105 bp away since then. */
  nearHours: Float64Array;
  /** Close of the last stretch, USD; null before the first. */
  previousClose: number | null;
  /** End of the last stretch, epoch seconds. */
  atS: number;
}

/** One closed stretch of the price: usually a minute, a whole bar where no minutes are known. */
export interface Stretch {
  readonly startS: number;
  readonly endS: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
}

/** A memory that has seen nothing. */
export function createRefillMemory(): RefillMemory {
  return {
    firstCell: 0,
    lastVisitS: new Float64Array(0),
    nearHours: new Float64Array(0),
    previousClose: null,
    atS: -Infinity,
  };
}

/** Index of the lattice cell that holds `logPrice`, counted from price 1. */
export const cellOf = (logPrice: number): number => Math.floor(logPrice / CELL_WIDTH + 1e-9);

/**
 * Adds one closed stretch: every cell whose middle the price crossed, counting from the previous close, starts
 * anew, then the cells close to the new close age by the stretch's length. In place, no allocation while the
 * price stays inside the lattice.
 */
export function stepRefillMemory(memory: RefillMemory, stretch: Stretch): void {
  const previous = memory.previousClose ?? stretch.close;
  const low = Math.log(Math.min(stretch.low, previous));
  const high = Math.log(Math.max(stretch.high, previous));
  const close = cellOf(Math.log(stretch.close));
  cover(memory, cellOf(low) - NEAR_UNTIL, cellOf(high) + NEAR_UNTIL);
  const first = Math.ceil(low / CELL_WIDTH - 0.5) - memory.firstCell;
  const last = Math.floor(high / CELL_WIDTH - 0.5) - memory.firstCell;
  for (let cell = first; cell <= last; cell++) {
    memory.lastVisitS[cell] = stretch.endS;
    memory.nearHours[cell] = 0;
  }
  const hours = (stretch.endS - stretch.startS) / HOUR_S;
  const middle = close - memory.firstCell;
  for (let away = NEAR_FROM; away <= NEAR_UNTIL; away++) {
    memory.nearHours[middle - away] = (memory.nearHours[middle - away] ?? 0) + hours;
    memory.nearHours[middle + away] = (memory.nearHours[middle + away] ?? 0) + hours;
  }
  memory.previousClose = stretch.close;
  memory.atS = stretch.endS;
}

function cover(memory: RefillMemory, from: number, until: number): void {
  const length = memory.lastVisitS.length;
  const isEmpty = length === 0;
  if (!isEmpty && from >= memory.firstCell && until < memory.firstCell + length) return;
  const first = isEmpty ? from - MARGIN : Math.min(memory.firstCell, from - MARGIN);
  const end = isEmpty ? until + MARGIN : Math.max(memory.firstCell + length, until + MARGIN);
  const lastVisitS = new Float64Array(end - first).fill(-Infinity);
  const nearHours = new Float64Array(end - first);
  lastVisitS.set(memory.lastVisitS, isEmpty ? 0 : memory.firstCell - first);
  nearHours.set(memory.nearHours, isEmpty ? 0 : memory.firstCell - first);
  memory.firstCell = first;
  memory.lastVisitS = lastVisitS;
  memory.nearHours = nearHours;
}
