import { exposureWeights } from '../forecast/calibrated-weights.ts';
import type { ForecasterState } from '../forecast/forecaster.ts';
import { createColumnMaker, type MapColumn } from './map-column.ts';
import { isKept } from './map-history.ts';

/** Takes the columns that are kept at `nowS` while the engine steps, causally: each knows the bars before its time. */
export function collectColumns(nowS: number) {
  const columns: MapColumn[] = [];
  let make: ReturnType<typeof createColumnMaker> | null = null;
  return {
    columns: columns as readonly MapColumn[],
    /** To be called after every bar; `atS` is its end, epoch seconds. */
    afterBar: (
      { inventory, calibration }: Pick<ForecasterState, 'inventory' | 'calibration'>,
      atS: number,
    ) => {
      if (!isKept(atS, nowS)) return;
      make ??= createColumnMaker(inventory.parameters);
      columns.push(make(inventory, exposureWeights(calibration, inventory.parameters), atS));
    },
  };
}
