import {
  createSideModels,
  type Inventory,
  stepWith,
  type SweepObserver,
} from '../../core/engine/inventory.ts';
import type { Bar } from '../../core/market/bars.ts';

/** Takes one more bar into `inventory`, in place; `observer` sees what it sweeps. @see stepWith for the errors */
export function stepInventory(inventory: Inventory, bar: Bar, observer?: SweepObserver): void {
  stepWith(createSideModels(inventory.parameters), inventory, bar, observer);
}
