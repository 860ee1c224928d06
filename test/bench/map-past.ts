import { createCalibration } from '../../core/engine/forecast/calibration.ts';
import { createMixture } from '../../core/engine/forecast/mixture.ts';
import { createRefillMemory } from '../../core/engine/forecast/refill-memory.ts';
import { collectColumns } from '../../core/engine/history/collect-columns.ts';
import { createColumnMaker, type MapColumn } from '../../core/engine/history/map-column.ts';
import { packColumns } from '../../core/engine/history/map-history.ts';
import { rebuildInventory } from '../../core/engine/index.ts';
import { createSideModels, type Inventory, stepWith } from '../../core/engine/inventory.ts';
import { startInventory } from '../../core/engine/rebuild.ts';
import { barAt, type Bars } from '../../core/market/bars.ts';
import { compare, type Comparison, measure, type Timing } from './measure.ts';
import { peerPass } from './peer.ts';

export interface PastTimings {
  /** 30 days with the columns that are kept, packed, beside the plain rebuild. */
  readonly kept: Comparison;
  /** A column for each of 8,640 bars, beside what an open peer does for as many. */
  readonly every: Comparison;
  /** The kept columns, beside the same. */
  readonly keptBesidePeer: Comparison;
  readonly oneColumn: Timing;
}

export function measurePast(month: Bars, runs: number): PastTimings {
  const peer = () => peerPass(month);
  const kept = () => withKept(month);
  const inventory = rebuildInventory(month);
  if (inventory === null) throw new Error('bars without open interest');
  const make = createColumnMaker(inventory.parameters);
  return {
    kept: compare(() => rebuildInventory(month), kept, runs),
    every: compare(peer, () => withEvery(month), runs),
    keptBesidePeer: compare(peer, kept, runs),
    oneColumn: measure(() => make(inventory, inventory.parameters.flowShares, 0), 200),
  };
}

function withKept(month: Bars) {
  const calibration = createCalibration();
  const memory = createRefillMemory();
  const mixture = createMixture();
  const collected = collectColumns((month.openTimeS.at(-1) ?? 0) + month.intervalS);
  stepThrough(month, (inventory, atS) =>
    collected.afterBar({ inventory, calibration, memory, mixture }, atS),
  );
  return packColumns(collected.columns);
}

function withEvery(month: Bars): MapColumn[] {
  const columns: MapColumn[] = [];
  let make: ReturnType<typeof createColumnMaker> | null = null;
  stepThrough(month, (inventory, atS) => {
    make ??= createColumnMaker(inventory.parameters);
    columns.push(make(inventory, inventory.parameters.flowShares, atS));
  });
  return columns;
}

function stepThrough(month: Bars, after: (inventory: Inventory, atS: number) => void): void {
  const inventory = startInventory(month);
  if (inventory === null) throw new Error('bars without open interest');
  const models = createSideModels(inventory.parameters);
  for (let index = 0; index < month.openTimeS.length; index++) {
    const bar = barAt(month, index);
    stepWith(models, inventory, bar, undefined);
    after(inventory, bar.openTimeS + month.intervalS);
  }
}
