import * as v from 'valibot';

import type { Belief, Calibration } from '../../engine/forecast/calibration.ts';
import { cellOf, type RefillMemory } from '../../engine/forecast/refill-memory.ts';
import { createSizeHistogram } from '../../engine/forecast/size-histogram.ts';
import type { Inventory } from '../../engine/index.ts';
import { CLASSES, createParameters, FINITE_CLASSES } from '../../engine/parameters.ts';
import type { SideBook } from '../../engine/side-book.ts';
import { MOMENTS } from '../../engine/side-model.ts';
import { finite } from '../../market/number-schemas.ts';
import { fieldsOf, isFinite, isFiniteColumn } from '../../market/schemas.ts';
import { type RowOf, table } from './table.ts';

/** The engine after the bar that opens at `lastOpenS`: `engine` under `[market]`. */
export const engine = table({
  life: 'loadable',
  schema: v.pipe(
    fieldsOf({
      /** Bars that the state was made of; any other basis means that it has to be made anew. */
      basis: v.string(),
      lastOpenS: finite,
      state: v.custom<EngineState>(isEngineState),
    }),
    v.check(({ lastOpenS, state }) => state.inventory.lastOpenTimeS === lastOpenS),
  ),
  migrations: [
    // Made of both sides of Gate's open interest.
    { version: 4, isGone: () => true },
  ],
});

export type EngineRow = RowOf<typeof engine>;

/** What follows from bars and forced orders alone, so that it can be made anew from them. */
export interface EngineState {
  readonly inventory: Inventory;
  readonly calibration: Calibration;
  readonly memory: RefillMemory;
}

/** Whether the engine can go on from `value`: every part is there, and every array as long as the others say. */
function isEngineState(value: unknown): boolean {
  const { inventory, calibration, memory } = (value ?? {}) as Partial<EngineState>;
  return isInventory(inventory) && isCalibration(calibration) && isMemory(memory);
}

/** What the engine assumes of traders; a state that was made with anything else cannot be gone on from. */
const TODAYS_PARAMETERS = JSON.stringify(createParameters());

/** More than any sum of coins, dollars or counts can be, also of counts that are inflated as they are. */
const LARGEST_AMOUNT = 1e30;

const isAmount = (value: unknown): value is number =>
  isFinite(value) && value >= 0 && value <= LARGEST_AMOUNT;

const isInventory = (inventory: Partial<Inventory> | undefined): boolean =>
  inventory?.version === 1 &&
  isFinite(inventory.lastOpenTimeS) &&
  isAmount(inventory.lastPrice) &&
  isAmount(inventory.openInterest?.base) &&
  isAmount(inventory.turnover) &&
  JSON.stringify(inventory.parameters) === TODAYS_PARAMETERS &&
  isBook(inventory.long) &&
  isBook(inventory.short);

function isBook(book: Partial<SideBook> | undefined): boolean {
  const {
    firstBin = NaN,
    lowBin = NaN,
    highBin = NaN,
    scale,
    stored,
    decay,
    settleAt,
    moments,
    tops,
  } = book ?? {};
  const rows = decay instanceof Float64Array ? decay.length : 0;
  return (
    firstBin <= lowBin &&
    lowBin <= highBin &&
    highBin < firstBin + rows &&
    isAmount(scale) &&
    isFiniteColumn(decay, rows) &&
    isFiniteColumn(stored, rows * CLASSES) &&
    isFiniteColumn(moments, rows * MOMENTS) &&
    settleAt instanceof Float64Array &&
    settleAt.length === rows &&
    settleAt.every((decayed) => decayed >= 0) &&
    tops instanceof Int32Array &&
    tops.length === FINITE_CLASSES
  );
}

function isCalibration(calibration: Partial<Calibration> | undefined): boolean {
  const { long, short, sizes, margins, completeShare, belief, heardAtS } = calibration ?? {};
  return (
    [long, short].every(
      (side) => isFiniteColumn(side?.forced, FINITE_CLASSES) && isFiniteColumn(side?.swept, FINITE_CLASSES),
    ) &&
    isFiniteColumn(sizes?.counts, createSizeHistogram().counts.length) &&
    isAmount(sizes.total) &&
    typeof sizes.origin === 'number' &&
    margins instanceof Map &&
    isAmount(completeShare) &&
    completeShare <= 1 &&
    isBelief(belief) &&
    typeof heardAtS === 'object' &&
    heardAtS !== null
  );
}

const isBelief = (belief: Partial<Belief> | null | undefined): boolean =>
  belief === null ||
  (isFinite(belief?.hour) &&
    typeof belief.capBase === 'number' &&
    [belief.rates?.long, belief.rates?.short].every((rates) => rates instanceof Float64Array));

/** The last close lies on the lattice, since that was laid around it. */
function isMemory(memory: Partial<RefillMemory> | undefined): boolean {
  const { firstCell = NaN, lastVisitS, nearHours, previousClose, atS = NaN } = memory ?? {};
  if (!(lastVisitS instanceof Float64Array)) return false;
  const cells = lastVisitS.length;
  const close = previousClose === null ? firstCell : cellOf(Math.log(previousClose ?? NaN));
  return (
    isFinite(firstCell) &&
    lastVisitS.every((visitedS) => visitedS < Infinity) &&
    isFiniteColumn(nearHours, cells) &&
    close >= firstCell &&
    close < firstCell + Math.max(1, cells) &&
    atS < Infinity
  );
}
