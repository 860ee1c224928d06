import { describe, expect, test } from 'vitest';
import { rebuildInventory } from '../../../core/engine/index.ts';
import { stepInventory } from '../../support/step-inventory.ts';
import { barAt } from '../../../core/market/bars.ts';
import { measure } from '../../bench/measure.ts';
import { referencePass } from '../../bench/reference.ts';
import { wanderingBars } from '../../support/build-bars.ts';

describe('the cost of the engine', () => {
  // Measured: about 450 reference passes for a month of bars. A loop over all cells in each bar needs 15,000.
  test(
    'a rebuild of thirty days stays within 5,000 passes that only read the bars',
    { timeout: 60_000 },
    () => {
      const bars = wanderingBars(8640);
      const reference = measure(() => referencePass(bars), 15);
      const rebuild = measure(() => rebuildInventory(bars), 3);

      expect(rebuild.minMs / reference.minMs).toBeLessThan(5000);
    },
  );

  test('the state does not grow with the number of bars', { timeout: 60_000 }, () => {
    const bars = wanderingBars(30_000);
    const inventory = rebuildInventory(wanderingBars(8640));
    if (inventory === null) throw new Error('bars without open interest');
    const binsAfterMonth = inventory.long.decay.length;
    for (let index = 8640; index < 30_000; index++) stepInventory(inventory, barAt(bars, index));

    expect(inventory.long.decay.length).toBeLessThanOrEqual(1.5 * binsAfterMonth);
  });
});
