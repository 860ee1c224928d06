import { FINITE_CLASSES } from './parameters.ts';
import { deposit, dropEmptyEdges, settle, type SideBook, totalMass, withdraw } from './side-book.ts';
import { MOMENTS, type SideModel } from './side-model.ts';

/** A bar as one side sees it, on its own axis. */
export interface SideBar {
  /** Bin of the price that hurts the side most: the low for longs, the high for shorts. */
  readonly worstBin: number;
  /** Bin of the price that helps the side most. */
  readonly bestBin: number;
  readonly closeBin: number;
  readonly logClose: number;
}

/** Receives each swept cell: class, liquidation bin on the side's own axis, class-agnostic coins. */
export type CellObserver = (distanceClass: number, liquidationBin: number, massBase: number) => void;

/** Removes the cells whose liquidation price the bar reached; returns their coins. */
export function sweep(
  book: SideBook,
  model: SideModel,
  worstBin: number,
  observer: CellObserver | undefined,
): number {
  const { tops } = book;
  let liquidated = 0;
  for (let k = 0; k < FINITE_CLASSES; k++) {
    const shift = model.shifts[k] ?? 0;
    const from = Math.max(worstBin + shift, book.lowBin);
    let bin = tops[k] ?? 0;
    for (; bin >= from; bin--) {
      const mass = withdraw(book, model, bin, k);
      if (mass === 0) continue;
      liquidated += mass * (model.shares[k] ?? 0);
      observer?.(k, bin - shift, mass);
    }
    tops[k] = bin;
  }
  return liquidated;
}

/** Within 1.5 % of entry positions are closed at 0.6 of the mean rate, in loss at 0.9, in profit at 1.35: measured. */
const NEAR_LOG_RETURN = 0.015;
const NEAR_HAZARD = 0.6;
const LOSS_HAZARD = 0.9;
const PROFIT_HAZARD = 1.35;

/** Mass of bins `fromBin` to `untilBin`, both included, in units of the book's scale: weighted by shares and hazards. */
function closingMass({ firstBin, decay, moments }: SideBook, fromBin: number, untilBin: number): number {
  let sum = 0;
  for (let row = fromBin - firstBin; row <= untilBin - firstBin; row++) {
    const d = decay[row] ?? 0;
    const at = row * MOMENTS;
    const m2 = moments[at + 2] ?? 0;
    const m3 = moments[at + 3] ?? 0;
    const m4 = moments[at + 4] ?? 0;
    sum += (moments[at + 1] ?? 0) - d * (m2 - d * (1 / 2) * (m3 - d * (1 / 3) * m4));
  }
  return sum;
}

/** Adds `amount` to the pending decay of bins `fromBin` to `untilBin`, both included. */
function decayBins(
  book: SideBook,
  model: SideModel,
  fromBin: number,
  untilBin: number,
  amount: number,
): void {
  const { firstBin, decay: pending, settleAt } = book;
  for (let row = fromBin - firstBin; row <= untilBin - firstBin; row++) {
    const d = (pending[row] ?? 0) + amount;
    pending[row] = d;
    if (d > (settleAt[row] ?? 0)) settle(book, model, row + firstBin);
  }
}

/** Closes `closedBase` coins, near classes and profitable entries first in proportion to their hazards. */
export function close(book: SideBook, model: SideModel, closedBase: number, logClose: number): void {
  if (closedBase <= 0) return;
  const { lowBin, highBin } = book;
  const { logStep } = model;
  const inProfitUntil = Math.min(Math.floor((logClose - NEAR_LOG_RETURN) / logStep - 0.5), highBin);
  const inLossFrom = Math.max(Math.ceil((logClose + NEAR_LOG_RETURN) / logStep - 0.5), lowBin);
  const nearFrom = Math.max(inProfitUntil + 1, lowBin);
  const nearUntil = Math.min(inLossFrom - 1, highBin);

  const weight =
    PROFIT_HAZARD * closingMass(book, lowBin, inProfitUntil) +
    NEAR_HAZARD * closingMass(book, nearFrom, nearUntil) +
    LOSS_HAZARD * closingMass(book, inLossFrom, highBin);
  if (!(weight > 0)) return;

  const rate = closedBase / (weight * book.scale);
  decayBins(book, model, lowBin, inProfitUntil, PROFIT_HAZARD * rate);
  decayBins(book, model, nearFrom, nearUntil, NEAR_HAZARD * rate);
  decayBins(book, model, inLossFrom, highBin, LOSS_HAZARD * rate);
}

/** Opens `openedBase` coins: half at the close, half evenly over the bar. What the bar already killed is left out. */
export function open(book: SideBook, model: SideModel, openedBase: number, bar: SideBar): number {
  if (openedBase <= 0) return 0;
  const perBin = openedBase / 2 / (bar.bestBin - bar.worstBin + 1);
  let opened = deposit(book, model, bar.closeBin, openedBase / 2, bar.closeBin);
  for (let bin = bar.worstBin; bin <= bar.bestBin; bin++) {
    opened += deposit(book, model, bin, perBin, bar.closeBin);
  }
  return opened;
}

/** An edge bin below this share of the side is forgotten. */
const NEGLIGIBLE_SHARE = 1e-12;

/** Scales the side to `openInterestBase`; returns the natural logarithm of the factor. */
export function normalise(
  book: SideBook,
  model: SideModel,
  openInterestBase: number,
  closeBin: number,
): number {
  dropEmptyEdges(book, NEGLIGIBLE_SHARE * openInterestBase);
  const mass = totalMass(book);
  if (!(mass > 0)) {
    deposit(book, model, closeBin, openInterestBase, Infinity);
    return 0;
  }
  const factor = openInterestBase / mass;
  book.scale *= factor;
  return Math.log(factor);
}

/** What left and entered a side in one bar, coins. */
export interface SideFlows {
  readonly liquidatedBase: number;
  /** Closed or liquidated. */
  readonly leftBase: number;
  /** ln of the factor that restored open interest; beyond 5 % the data disagree with the model. */
  readonly logFactor: number;
}

/** One bar of one side. `openedBase` and `closedBase` are the market's flows, the same for both sides. */
export function stepSide(
  book: SideBook,
  model: SideModel,
  bar: SideBar,
  flows: { readonly openedBase: number; readonly closedBase: number; readonly openInterestBase: number },
  observer: CellObserver | undefined,
): SideFlows {
  const { openedBase, closedBase, openInterestBase } = flows;
  const liquidatedBase = sweep(book, model, bar.worstBin, observer);
  close(book, model, Math.max(closedBase - liquidatedBase, 0), bar.logClose);
  open(book, model, openedBase + Math.max(liquidatedBase - closedBase, 0), bar);
  const logFactor = normalise(book, model, openInterestBase, bar.closeBin);
  return { liquidatedBase, leftBase: Math.max(closedBase, liquidatedBase), logFactor };
}
