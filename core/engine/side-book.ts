import { CLASSES, FINITE_CLASSES } from './parameters.ts';
import { MOMENTS, type SideModel } from './side-model.ts';

/**
 * Positions of one side by entry price and distance class. Longs live on the axis of log price, shorts on the
 * mirrored axis (`mirrorBin`), so on its own axis every side opens above and is liquidated when price falls.
 *
 * Closing decays the mass of class k at bin j by exp(-hazard_k * decay_j). The decay is kept per bin and applied to
 * the cells only now and then ("settled"); between settlements the bin's totals follow from five moments:
 *
 *   mass of a cell = scale * stored[bin, class] * exp(-hazard[class] * decay[bin])
 *   mass of a bin  = scale * sum over i of moments[bin, i] * (-decay)^i / i!
 *
 * Mass is class-agnostic: what a cell would hold if all openings had gone to its class. Shares weigh it into coins.
 */
export interface SideBook {
  /** Bin of the arrays' first row. */
  firstBin: number;
  /** Occupied bins, both included. */
  lowBin: number;
  highBin: number;
  scale: number;
  stored: Float64Array;
  /** By bin: pending decay. */
  decay: Float64Array;
  /** By bin: pending decay up to which the moments are exact enough; set by its nearest class that holds mass. */
  settleAt: Float64Array;
  moments: Float64Array;
  /** Highest bin that may hold mass, by finite class. */
  tops: Int32Array;
}

/** Bins of room on either side when the arrays grow. */
const SLACK_BINS = 64;

/** A side with `massBase` coins, all opened in `bin`. */
export function createSideBook(model: SideModel, bin: number, massBase: number): SideBook {
  const rows = 2 * SLACK_BINS + 1;
  const book: SideBook = {
    firstBin: bin - SLACK_BINS,
    lowBin: bin,
    highBin: bin,
    scale: 1,
    stored: new Float64Array(rows * CLASSES),
    decay: new Float64Array(rows),
    settleAt: new Float64Array(rows).fill(Infinity),
    moments: new Float64Array(rows * MOMENTS),
    tops: new Int32Array(FINITE_CLASSES).fill(bin - 1),
  };
  deposit(book, model, bin, massBase, Infinity);
  return book;
}

/** The bin of the mirrored axis; undoes itself. */
export const mirrorBin = (bin: number): number => -1 - bin;

/** exp(-x); a short series where it is exact to 2e-9, because settling needs millions of them. */
const decayFactor = (x: number): number =>
  x < 0.3
    ? 1 - x * (1 - x * (1 / 2 - x * (1 / 6 - x * (1 / 24 - x * (1 / 120 - x * (1 / 720 - x * (1 / 5040)))))))
    : Math.exp(-x);

/**
 * Largest exponent that may stay pending: at 0.25 the series of five moments is off by 8e-6 of the nearest class, the only
 * one that comes so far, and by less than 1e-7 of the bin, of which that class is a three-hundredth.
 */
const LARGEST_PENDING = 0.25;

/** Applies a bin's pending decay to its cells. */
export function settle(book: SideBook, model: SideModel, bin: number): void {
  const row = bin - book.firstBin;
  const pending = book.decay[row] ?? 0;
  if (pending === 0) return;
  const { stored, moments } = book;
  const { hazards, shares } = model;
  let m0 = 0;
  let m1 = 0;
  let m2 = 0;
  let m3 = 0;
  let m4 = 0;
  const first = row * CLASSES;
  let nearest = 0;
  while (nearest < CLASSES && stored[first + nearest] === 0) nearest++;
  for (let k = nearest; k < CLASSES; k++) {
    const hazard = hazards[k] ?? 0;
    const after = (stored[first + k] ?? 0) * decayFactor(hazard * pending);
    stored[first + k] = after;
    let weighted = after * (shares[k] ?? 0);
    m0 += weighted;
    m1 += weighted *= hazard;
    m2 += weighted *= hazard;
    m3 += weighted *= hazard;
    m4 += weighted * hazard;
  }
  const at = row * MOMENTS;
  moments[at] = m0;
  moments[at + 1] = m1;
  moments[at + 2] = m2;
  moments[at + 3] = m3;
  moments[at + 4] = m4;
  book.decay[row] = 0;
  book.settleAt[row] = LARGEST_PENDING / (hazards[nearest] ?? 0);
}

/** Coins of the side: mass weighted by shares. */
export function totalMass(book: SideBook): number {
  const { decay, moments } = book;
  const last = book.highBin - book.firstBin;
  let sum = 0;
  for (let row = book.lowBin - book.firstBin; row <= last; row++) {
    const d = decay[row] ?? 0;
    const at = row * MOMENTS;
    const m1 = moments[at + 1] ?? 0;
    const m2 = moments[at + 2] ?? 0;
    const m3 = moments[at + 3] ?? 0;
    const m4 = moments[at + 4] ?? 0;
    sum += (moments[at] ?? 0) - d * (m1 - d * (1 / 2) * (m2 - d * (1 / 3) * (m3 - d * (1 / 4) * m4)));
  }
  return sum * book.scale;
}

/**
 * Adds `massBase` to every class of `bin`, except to classes whose liquidation bin is at or above `deadFrom` (Infinity: none).
 * Returns the coins that were added.
 */
export function deposit(
  book: SideBook,
  model: SideModel,
  bin: number,
  massBase: number,
  deadFrom: number,
): number {
  makeRoom(book, bin);
  settle(book, model, bin);
  const { stored, moments, tops } = book;
  const { shifts, powersFrom, hazards } = model;
  const amount = massBase / book.scale;
  const row = bin - book.firstBin;
  let nearest = 0;
  while (nearest < FINITE_CLASSES && bin - (shifts[nearest] ?? 0) >= deadFrom) nearest++;
  for (let k = nearest; k < CLASSES; k++) {
    const cell = row * CLASSES + k;
    stored[cell] = (stored[cell] ?? 0) + amount;
  }
  for (let k = nearest; k < FINITE_CLASSES; k++) if ((tops[k] ?? 0) < bin) tops[k] = bin;
  for (let i = 0; i < MOMENTS; i++) {
    const at = row * MOMENTS + i;
    moments[at] = (moments[at] ?? 0) + amount * (powersFrom[nearest * MOMENTS + i] ?? 0);
  }
  book.settleAt[row] = Math.min(book.settleAt[row] ?? Infinity, LARGEST_PENDING / (hazards[nearest] ?? 0));
  return massBase * (powersFrom[nearest * MOMENTS] ?? 0);
}

/** Empties one cell and returns its mass. */
export function withdraw(book: SideBook, model: SideModel, bin: number, distanceClass: number): number {
  const row = bin - book.firstBin;
  const cell = row * CLASSES + distanceClass;
  const { stored, moments } = book;
  const amount = stored[cell] ?? 0;
  if (amount === 0) return 0;
  stored[cell] = 0;
  const at = row * MOMENTS;
  for (let i = 0; i < MOMENTS; i++) {
    moments[at + i] = (moments[at + i] ?? 0) - amount * (model.powers[distanceClass * MOMENTS + i] ?? 0);
  }
  return amount * book.scale * Math.exp(-(model.hazards[distanceClass] ?? 0) * (book.decay[row] ?? 0));
}

/** Forgets edge bins that hold less than `negligibleBase` coins, so that the grid follows the price. */
export function dropEmptyEdges(book: SideBook, negligibleBase: number): void {
  const isEmpty = (bin: number): boolean =>
    (book.moments[(bin - book.firstBin) * MOMENTS] ?? 0) * book.scale < negligibleBase;
  while (book.lowBin < book.highBin && isEmpty(book.lowBin)) clearBin(book, book.lowBin++);
  while (book.highBin > book.lowBin && isEmpty(book.highBin)) clearBin(book, book.highBin--);
}

function clearBin(book: SideBook, bin: number): void {
  const row = bin - book.firstBin;
  book.stored.fill(0, row * CLASSES, (row + 1) * CLASSES);
  book.moments.fill(0, row * MOMENTS, (row + 1) * MOMENTS);
  book.decay[row] = 0;
  book.settleAt[row] = Infinity;
}

/** Extends the occupied bins to `bin`, with new arrays where the old ones end. */
function makeRoom(book: SideBook, bin: number): void {
  book.lowBin = Math.min(book.lowBin, bin);
  book.highBin = Math.max(book.highBin, bin);
  if (book.lowBin >= book.firstBin && book.highBin < book.firstBin + book.decay.length) return;
  const firstBin = book.lowBin - SLACK_BINS;
  const rows = book.highBin + SLACK_BINS + 1 - firstBin;
  const oldFrom = Math.max(0, book.lowBin - book.firstBin);
  const oldUntil = Math.min(book.decay.length, book.highBin + 1 - book.firstBin);
  const shift = book.firstBin - firstBin;
  const move = (old: Float64Array, width: number): Float64Array => {
    const grown = new Float64Array(rows * width);
    if (oldUntil > oldFrom)
      grown.set(old.subarray(oldFrom * width, oldUntil * width), (oldFrom + shift) * width);
    return grown;
  };
  book.stored = move(book.stored, CLASSES);
  book.decay = move(book.decay, 1);
  book.settleAt = move(book.settleAt, 1);
  book.moments = move(book.moments, MOMENTS);
  book.firstBin = firstBin;
}
