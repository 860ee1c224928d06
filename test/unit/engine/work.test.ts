import { describe, expect, test } from 'vitest';

import { rebuildInventory } from '../../../core/engine/index.ts';
import { barAt } from '../../../core/market/bars.ts';
import { wanderingBars } from '../../support/build-bars.ts';
import { stepInventory } from '../../support/step-inventory.ts';

const MONTH_BARS = 8640;

/** The inventory after a month of bars. */
function afterMonth() {
  const inventory = rebuildInventory(wanderingBars(MONTH_BARS));
  if (inventory === null) throw new Error('bars without open interest');
  return inventory;
}

describe('the work of the engine', () => {
  test('a further bar writes fewer than a third of the cells that hold anything', () => {
    const bars = wanderingBars(MONTH_BARS + 300);
    const inventory = afterMonth();
    let written = 0;
    let held = 0;
    for (let index = MONTH_BARS; index < bars.openTimeS.length; index++) {
      const { firstBin, stored } = inventory.long;
      const before = stored.slice();
      stepInventory(inventory, barAt(bars, index));
      // Where the arrays grew, cells have other places.
      if (inventory.long.firstBin !== firstBin || inventory.long.stored.length !== before.length) continue;
      before.forEach((mass, cell) => {
        if (mass !== 0) held++;
        if (mass !== inventory.long.stored[cell]) written++;
      });
    }

    // About 590 of 3,070: those that decay fast or lie in the bar.
    expect(held).toBeGreaterThan(300 * 2000);
    expect(written / held).toBeLessThan(1 / 3);
  });

  test('the state does not grow with the number of bars', { timeout: 60_000 }, () => {
    const bars = wanderingBars(30_000);
    const inventory = afterMonth();
    const binsAfterMonth = inventory.long.decay.length;
    for (let index = MONTH_BARS; index < 30_000; index++) stepInventory(inventory, barAt(bars, index));

    expect(inventory.long.decay.length).toBeLessThanOrEqual(1.5 * binsAfterMonth);
  });
});
