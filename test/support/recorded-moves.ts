import type { Bars } from '../../core/market/bars.ts';

/** How far moves of one size went on, as multiples of the size; from every bar's close, up and down. */
export function moveLengths(bars: Bars, size: number, everyBars: number): readonly number[] {
  const ratios: number[] = [];
  for (let from = 0; from < bars.close.length; from += everyBars) {
    for (const side of [1, -1] as const) {
      const length = lengthOf(bars, from, side, size);
      if (length !== null) ratios.push(length / size);
    }
  }
  return ratios;
}

/**
 * Farthest log distance that a move from the close of `from` comes to before half of its size is given back; null where it
 * does not come to `size` before it comes as far to the other side, or the bars end or have a gap first. Within a bar the extreme comes
 * before the way back.
 */
function lengthOf(
  { intervalS, openTimeS, high, low, close }: Bars,
  from: number,
  side: 1 | -1,
  size: number,
): number | null {
  const origin = close[from] ?? NaN;
  let farthest = 0;
  for (let at = from + 1; at < close.length; at += 1) {
    if ((openTimeS[at] ?? 0) - (openTimeS[at - 1] ?? 0) !== intervalS) return null;
    const along = side * Math.log(((side === 1 ? high[at] : low[at]) ?? NaN) / origin);
    const back = side * Math.log(((side === 1 ? low[at] : high[at]) ?? NaN) / origin);
    farthest = Math.max(farthest, along);
    if (farthest < size && back <= -size) return null;
    if (farthest >= size && back <= farthest - size / 2) return farthest;
  }
  return null;
}

/** Share of `values` at most `limit`. */
export const shareWithin = (values: readonly number[], limit: number): number =>
  values.filter((value) => value <= limit).length / values.length;
