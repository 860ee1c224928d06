import * as v from 'valibot';

import type { Calibration } from '../../engine/forecast/calibration.ts';
import type { RefillMemory } from '../../engine/forecast/refill-memory.ts';
import type { Inventory } from '../../engine/index.ts';
import { CLASSES, FINITE_CLASSES } from '../../engine/parameters.ts';
import type { SideBook } from '../../engine/side-book.ts';
import { MOMENTS } from '../../engine/side-model.ts';
import { finite } from '../../market/number-schemas.ts';
import { fieldsOf, isFinite, isFiniteColumn } from '../../market/schemas.ts';
import { type RowOf, table } from './table.ts';

/** The engine after the bar that opens at `lastOpenS`: `engine` under `[market]`. */
export const engine = table({
  life: 'loadable',
  schema: fieldsOf({
    /** Bars that the state was made of; any other basis means that it has to be made anew. */
    basis: v.string(),
    lastOpenS: finite,
    state: v.custom<EngineState>(isEngineState),
  }),
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

const isInventory = (inventory: Partial<Inventory> | undefined): boolean =>
  inventory?.version === 1 &&
  isFinite(inventory.lastOpenTimeS) &&
  isFinite(inventory.lastPrice) &&
  isFinite(inventory.openInterest?.base) &&
  isFinite(inventory.parameters?.logStep) &&
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
    isFinite(scale) &&
    isFiniteColumn(decay, rows) &&
    isFiniteColumn(stored, rows * CLASSES) &&
    isFiniteColumn(moments, rows * MOMENTS) &&
    settleAt instanceof Float64Array &&
    settleAt.length === rows &&
    tops instanceof Int32Array &&
    tops.length === FINITE_CLASSES
  );
}

function isCalibration(calibration: Partial<Calibration> | undefined): boolean {
  const { long, short, sizes, margins, completeShare, heardAtS } = calibration ?? {};
  return (
    [long, short].every(
      (side) => isFiniteColumn(side?.forced, FINITE_CLASSES) && isFiniteColumn(side?.swept, FINITE_CLASSES),
    ) &&
    sizes?.counts instanceof Float64Array &&
    margins instanceof Map &&
    isFinite(completeShare) &&
    typeof heardAtS === 'object'
  );
}

const isMemory = (memory: Partial<RefillMemory> | undefined): boolean =>
  isFinite(memory?.firstCell) &&
  memory?.lastVisitS instanceof Float64Array &&
  isFiniteColumn(memory.nearHours, memory.lastVisitS.length);
