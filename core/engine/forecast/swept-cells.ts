import type { SweepObserver } from '../inventory.ts';

/** Cells that one bar swept, by side; reused from bar to bar. */
export interface SweptCells {
  readonly observer: SweepObserver;
  readonly long: SweptSide;
  readonly short: SweptSide;
}

/** Cells of one side: the first `length` entries of each column. */
export interface SweptSide {
  length: number;
  classes: Uint8Array;
  bins: Int32Array;
  masses: Float64Array;
}

/** Collects what the inventory sweeps; pass its `observer` to the step, then calibrate, which empties it. */
export function createSweptCells(): SweptCells {
  const create = (): SweptSide => ({
    length: 0,
    classes: new Uint8Array(1024),
    bins: new Int32Array(1024),
    masses: new Float64Array(1024),
  });
  const sides = { long: create(), short: create() };
  return {
    ...sides,
    observer: (side, distanceClass, bin, massBase) => {
      const cells = sides[side];
      const at = cells.length++;
      if (at === cells.classes.length) grow(cells);
      cells.classes[at] = distanceClass;
      cells.bins[at] = bin;
      cells.masses[at] = massBase;
    },
  };
}

function grow(cells: SweptSide): void {
  const length = 2 * cells.classes.length;
  const { classes, bins, masses } = cells;
  cells.classes = new Uint8Array(length);
  cells.classes.set(classes);
  cells.bins = new Int32Array(length);
  cells.bins.set(bins);
  cells.masses = new Float64Array(length);
  cells.masses.set(masses);
}
