/**
 * Which labels of `height` may be written at `places`, their distances from an edge: those that would lie on one before them
 * in the list are left out. The more important come first.
 */
export function freeLabels(places: readonly number[], height: number): readonly boolean[] {
  const taken: number[] = [];
  return places.map((place) => {
    const isFree = taken.every((other) => Math.abs(other - place) >= height);
    if (isFree) taken.push(place);
    return isFree;
  });
}

/** Labels of `height` of which those that would lie on another are joined; ascending. */
export function mergeLabels<Label extends { readonly y: number }>(
  labels: readonly Label[],
  height: number,
  join: (a: Label, b: Label) => Label,
): readonly Label[] {
  const merged: Label[] = [];
  for (const label of labels.toSorted((a, b) => a.y - b.y)) {
    let next = label;
    for (let last = merged.at(-1); last !== undefined && next.y - last.y < height; last = merged.at(-1)) {
      merged.pop();
      next = join(last, next);
    }
    merged.push(next);
  }
  return merged;
}
