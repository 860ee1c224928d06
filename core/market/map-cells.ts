/**
 * Dollars of a heat map's cell as one byte: 0 is nothing, or less than `CELL_FLOOR_USD`; byte `b` is
 * `CELL_FLOOR_USD * exp((b - 1) * CELL_LOG_STEP)`, true within 4.4 %. Byte 255 stands for 24 billion and more.
 */
export const CELL_FLOOR_USD = 10;
export const CELL_LOG_STEP = 0.085;

export function cellOfUsd(usd: number): number {
  if (!(usd >= CELL_FLOOR_USD)) return 0;
  return Math.min(255, 1 + Math.round(Math.log(usd / CELL_FLOOR_USD) / CELL_LOG_STEP));
}

/** Dollars by byte. */
const USD_OF_CELL = Float64Array.from({ length: 256 }, (_, cell) =>
  cell === 0 ? 0 : CELL_FLOOR_USD * Math.exp((cell - 1) * CELL_LOG_STEP),
);

export const usdOfCell = (cell: number): number => USD_OF_CELL[cell] ?? 0;
