import type { TerminalDistance } from '../../core/risk/touch/cascade-touch.ts';

/** A draw given as samples at ascending distances, linear in between and parallel to the diagonal beyond. */
export function terminalFromSamples(
  distances: ArrayLike<number>,
  terminals: ArrayLike<number>,
): TerminalDistance {
  const last = distances.length - 1;
  if (last < 0 || terminals.length !== distances.length) {
    throw new RangeError(`${distances.length} distances and ${terminals.length} terminals`);
  }
  const at = (values: ArrayLike<number>, index: number): number => values[index] ?? 0;
  return (distance) => {
    if (distance >= at(distances, last)) return distance + at(terminals, last) - at(distances, last);
    let low = 0;
    let high = last;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (at(distances, middle) <= distance) low = middle;
      else high = middle;
    }
    const width = at(distances, high) - at(distances, low);
    const share = width > 0 ? Math.max(0, (distance - at(distances, low)) / width) : 0;
    return Math.max(distance, at(terminals, low) + share * (at(terminals, high) - at(terminals, low)));
  };
}
