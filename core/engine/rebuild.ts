import { barAt, type Bars } from '../market/bars.ts';
import {
  createInventory,
  createSideModels,
  type Inventory,
  type SweepObserver,
  stepWith,
} from './inventory.ts';
import type { EngineParameters } from './parameters.ts';

/** Takes `bars` from index `from` on into `inventory`, in place. @see stepWith for the errors */
export function stepBars(inventory: Inventory, bars: Bars, from = 0, observer?: SweepObserver): void {
  const models = createSideModels(inventory.parameters);
  for (let index = from; index < bars.openTimeS.length; index++) {
    stepWith(models, inventory, barAt(bars, index), observer);
  }
}

/**
 * The inventory that `openInterestBase` coins would have spread into over `bars`, had open interest not changed: a
 * start from candles alone, for the time before open interest is known. Open interest in `bars` is not read.
 * @throws RangeError if there is no bar
 */
export function burnIn(
  bars: Bars,
  openInterestBase: number,
  parameters: Partial<EngineParameters> = {},
): Inventory {
  const first = barAt(bars, 0);
  const inventory = createInventory(first.open, openInterestBase, parameters);
  stepBars(inventory, { ...bars, openInterestBase: new Float64Array(bars.openTimeS.length).fill(NaN) });
  return inventory;
}

/** What an inventory is made with beside its own bars. */
export interface RebuildOptions {
  readonly parameters?: Partial<EngineParameters>;
  /** Older, coarser candles (180 days of one hour) for {@link burnIn}; bars that end after the first of `bars` are left out. */
  readonly older?: Bars | null;
  readonly observer?: SweepObserver;
}

/**
 * The inventory before `bars`, ascending in time, are stepped: as older candles have it. Before its first known value
 * open interest is taken to have been the same. Null if no bar knows the open interest.
 */
export function startInventory(
  bars: Bars,
  { older, parameters }: Omit<RebuildOptions, 'observer'> = {},
): Inventory | null {
  const openInterestBase = bars.openInterestBase.find((value) => value >= 0);
  if (openInterestBase === undefined) return null;
  const start = barAt(bars, 0);
  const before = older ? barsUntil(older, start.openTimeS) : null;
  return before === null || before.openTimeS.length === 0
    ? createInventory(start.open, openInterestBase, parameters)
    : burnIn(before, openInterestBase, parameters);
}

/** The inventory after `bars`, ascending in time. Null if no bar knows the open interest. @see startInventory */
export function rebuildInventory(bars: Bars, options: RebuildOptions = {}): Inventory | null {
  const inventory = startInventory(bars, options);
  if (inventory !== null) stepBars(inventory, bars, 0, options.observer);
  return inventory;
}

/** Bars that have closed by `timeS`: views of the same columns, not copies. */
export function barsUntil(bars: Bars, timeS: number): Bars {
  let length = bars.openTimeS.length;
  while (length > 0 && (bars.openTimeS[length - 1] ?? 0) + bars.intervalS > timeS) length--;
  return cutBars(bars, 0, length);
}

/** Bars in rows `from` to `until`, the end excluded: views of the same columns, not copies. */
export function cutBars(bars: Bars, from: number, until: number): Bars {
  const cut = (column: Float64Array): Float64Array => column.subarray(from, until);
  return {
    intervalS: bars.intervalS,
    openTimeS: cut(bars.openTimeS),
    open: cut(bars.open),
    high: cut(bars.high),
    low: cut(bars.low),
    close: cut(bars.close),
    volumeBase: cut(bars.volumeBase),
    turnoverUsd: cut(bars.turnoverUsd),
    takerBuyBase: cut(bars.takerBuyBase),
    openInterestBase: cut(bars.openInterestBase),
  };
}
