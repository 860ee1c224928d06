import type { MapKind } from '../../market/map-window.ts';
import { exposureWeights } from '../forecast/calibrated-weights.ts';
import type { ForecasterState } from '../forecast/forecaster.ts';
import { forcedColumn } from './forced-column.ts';
import { createColumnMaker, type MapColumn } from './map-column.ts';
import { isKept } from './map-history.ts';

/** Takes the columns that are kept at `nowS` while the engine steps, causally: each knows the bars before its time. */
export function collectColumns(nowS: number, map: MapKind = 'exposure') {
  const columns: MapColumn[] = [];
  let make: ReturnType<typeof createColumnMaker> | null = null;
  const columnOf = (state: ForecasterState, atS: number): MapColumn => {
    if (map === 'forced') return forcedColumn(state, atS);
    const { inventory, calibration } = state;
    make ??= createColumnMaker(inventory.parameters);
    return make(inventory, exposureWeights(calibration, inventory.parameters), atS);
  };
  return {
    columns: columns as readonly MapColumn[],
    /** To be called after every bar; `atS` is its end, epoch seconds. */
    afterBar: (state: ForecasterState, atS: number): void => {
      if (isKept(atS, nowS)) columns.push(columnOf(state, atS));
    },
  };
}
