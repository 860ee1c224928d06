import { expect, test } from 'vitest';

import { createCalibration } from '../../../core/engine/forecast/calibration.ts';
import { createRefillMemory, stepRefillMemory } from '../../../core/engine/forecast/refill-memory.ts';
import { createInventory } from '../../../core/engine/inventory.ts';
import { createParameters } from '../../../core/engine/parameters.ts';
import type { EngineRow, EngineState } from '../../../core/ledger/tables/engine.ts';
import { readRow } from '../../../core/ledger/tables/list.ts';
import { stepInventory } from '../../support/step-inventory.ts';

const OPEN_S = 1_768_480_500;
const bar = { openTimeS: OPEN_S, open: 100, high: 101, low: 99, close: 100, volumeBase: 50 };

/** After one bar of five minutes. */
function engineRow(): EngineRow {
  const inventory = createInventory(100, 5000);
  stepInventory(inventory, { ...bar, openInterestBase: 5010 });
  const memory = createRefillMemory();
  stepRefillMemory(memory, { ...bar, startS: OPEN_S, endS: OPEN_S + 300 });
  const calibration = createCalibration();
  calibration.margins.set('okx', { latest: [0.001], fresh: 1, margin: null });
  return { basis: 'bars', lastOpenS: OPEN_S, state: { inventory, calibration, memory } };
}

/** The row with `change` in place of what a part of its state says. */
const changed = (part: keyof EngineState, change: object): object => {
  const row = engineRow();
  return { ...row, state: { ...row.state, [part]: { ...row.state[part], ...change } } };
};

test('an engine state is read as it was stored, also before its memory has seen a price', () => {
  const row = engineRow();
  const begun = { ...row, state: { ...row.state, memory: createRefillMemory() } };

  expect(readRow('engine', structuredClone(row))).toEqual(row);
  expect(readRow('engine', structuredClone(begun))).toEqual(begun);
});

test.each<readonly [string, object]>([
  ['after another bar than it says', { ...engineRow(), lastOpenS: OPEN_S + 300 }],
  ['that assumes nothing', changed('inventory', { parameters: { logStep: 0.001 } })],
  ['that assumes something else', changed('inventory', { parameters: createParameters({ logStep: 0.01 }) })],
  ['at a price below nothing', changed('inventory', { lastPrice: -1 })],
  ['with more coins than there can be', changed('inventory', { openInterest: { base: 1e300 } })],
  ['of no turnover', changed('inventory', { turnover: NaN })],
  ['of sizes without classes', changed('calibration', { sizes: { counts: new Float64Array(0), total: 0 } })],
  ['that heard more than all', changed('calibration', { completeShare: 2 })],
  ['without a belief', changed('calibration', { belief: undefined })],
  ['of a belief without rates', changed('calibration', { belief: { hour: 1, capBase: 1 } })],
  ['that heard nobody', changed('calibration', { heardAtS: null })],
  ['that remembers no price', changed('memory', { previousClose: NaN })],
  ['that remembers another place', changed('memory', { firstCell: 1e300 })],
  ['that was never at a time', changed('memory', { atS: NaN })],
  [
    'that was visited at the end of time',
    changed('memory', { lastVisitS: engineRow().state.memory.lastVisitS.fill(Infinity) }),
  ],
])('an engine state %s is made anew', (_what, row) => {
  expect(readRow('engine', row)).toBeNull();
});
