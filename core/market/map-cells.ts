/**
 * Dollars of a heat map's cell as one byte: 0 is nothing, or less than `CELL_FLOOR_USD`; byte `b` is
 * `CELL_FLOOR_USD * exp((b - 1) * CELL_LOG_STEP)`, true within 4.6 %. Byte 255 stands for 24 billion and more.
 */
export const CELL_FLOOR_USD = 10;
/** From one byte to the next, in log dollars. */
export const CELL_LOG_STEP = 0.085;

const HIGHEST_CELL = 255;
/** Dollars from which on the highest byte holds: half a step under its own. */
const HIGHEST_FROM_USD = leastUsd(HIGHEST_CELL);

function leastUsd(cell: number): number {
  return CELL_FLOOR_USD * Math.exp(Math.max(0, cell - 1.5) * CELL_LOG_STEP);
}

/** Dollars in single precision and the same as bits, whose first 18 tell the power of two and the 512th part of it. */
const single = new Float32Array(1);
const bits = new Uint32Array(single.buffer);

function partOf(usd: number): number {
  single[0] = usd;
  return (bits[0] ?? 0) >>> 14;
}

const FIRST_PART = partOf(CELL_FLOOR_USD);
/** By part: a byte begins with the part into which its least dollars fall, at most .2 % below them. */
const CELL_OF_PART = new Uint8Array(partOf(HIGHEST_FROM_USD) - FIRST_PART + 1);
for (let cell = 1; cell <= HIGHEST_CELL; cell++) CELL_OF_PART.fill(cell, partOf(leastUsd(cell)) - FIRST_PART);

/** Looked up, because a month of columns has a third of a million cells and a logarithm of each would take too long. */
export function cellOfUsd(usd: number): number {
  if (!(usd >= CELL_FLOOR_USD)) return 0;
  if (usd >= HIGHEST_FROM_USD) return HIGHEST_CELL;
  return CELL_OF_PART[partOf(usd) - FIRST_PART] ?? 0;
}

/** Dollars by byte. */
const USD_OF_CELL = Float64Array.from({ length: HIGHEST_CELL + 1 }, (_, cell) =>
  cell === 0 ? 0 : CELL_FLOOR_USD * Math.exp((cell - 1) * CELL_LOG_STEP),
);

/** What a byte stands for; 0 for what is no byte. */
export const usdOfCell = (cell: number): number => USD_OF_CELL[cell] ?? 0;
