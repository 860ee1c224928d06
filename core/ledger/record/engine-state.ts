import type { Calibration } from '../../engine/forecast/calibration.ts';
import type { RefillMemory } from '../../engine/forecast/refill-memory.ts';
import type { Inventory } from '../../engine/index.ts';
import { CLASSES, FINITE_CLASSES } from '../../engine/parameters.ts';
import type { SideBook } from '../../engine/side-book.ts';
import { MOMENTS } from '../../engine/side-model.ts';

/** State of an engine row: what follows from bars and forced orders alone, so that it can be made anew from them. */
export interface EngineState {
  readonly inventory: Inventory;
  readonly calibration: Calibration;
  readonly memory: RefillMemory;
}

/** Whether the engine can go on from `value`: every part is there, and every array as long as the others say. */
export function isEngineState(value: unknown): value is EngineState {
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
    isColumn(decay, rows) &&
    isColumn(stored, rows * CLASSES) &&
    isColumn(moments, rows * MOMENTS) &&
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
      (side) => isColumn(side?.forced, FINITE_CLASSES) && isColumn(side?.swept, FINITE_CLASSES),
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
  isColumn(memory.nearHours, memory.lastVisitS.length);

const isFinite = (value: unknown): boolean => Number.isFinite(value);

const isColumn = (column: unknown, length: number): boolean =>
  column instanceof Float64Array && column.length === length && column.every((value) => isFinite(value));

/** Whether `value` has a figure of every distance class. */
export const isClassColumn = (value: unknown): boolean => isColumn(value, CLASSES);
