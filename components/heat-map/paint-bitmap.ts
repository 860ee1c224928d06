import { type HeatColours, paintHeat } from '../../core/report/heat-map/heat-pixels.ts';
import type { HeatFrame } from './heat-frame.ts';
import { binAt, type HeatScene, type SceneInView } from './heat-scene.ts';
import { SPARE } from './heat-view.ts';

/** A picture of a map's cells, a column each, and where it belongs: it can be drawn in any view that shows some of it. */
export interface HeatBitmap {
  readonly canvas: HTMLCanvasElement;
  readonly fromS: number;
  readonly untilS: number;
  /** Prices of its lower and upper edge. */
  readonly low: number;
  readonly high: number;
}

/**
 * Paints what of a scene is in view and the spare around it, in rows of the height that the view has in a frame; null where
 * nothing is, or where no surface is to be had.
 */
export function paintBitmap(
  scene: HeatScene,
  { view, cut, shading }: SceneInView,
  { height }: Pick<HeatFrame, 'height'>,
  colours: HeatColours,
  canvas: HTMLCanvasElement = document.createElement('canvas'),
): HeatBitmap | null {
  const { past, cells, lastColumn } = scene;
  const spareColumns = Math.ceil((SPARE.time * (view.untilS - view.fromS)) / past.columnS);
  const fromColumn = Math.max(0, cut.fromColumn - spareColumns);
  const columns = Math.min(lastColumn + 1, cut.untilColumn + spareColumns) - fromColumn;
  const surface = canvas.getContext('2d');
  if (!(columns > 0) || surface === null) return null;
  const spareRows = Math.ceil(SPARE.price * height);
  const rowPrice = (view.high - view.low) / height;
  const high = view.high + spareRows * rowPrice;
  canvas.width = columns;
  canvas.height = height + 2 * spareRows;
  const image = surface.createImageData(columns, canvas.height);
  const rows = Float64Array.from({ length: canvas.height }, (_, row) =>
    binAt(scene, high - (row + 0.5) * rowPrice),
  );
  const shown = {
    columns,
    bins: past.bins,
    cells: cells.subarray(fromColumn * past.bins, (fromColumn + columns) * past.bins),
    priceBin: past.priceBin.subarray(fromColumn, fromColumn + columns),
  };
  paintHeat(shown, rows, shading, colours, new Uint32Array(image.data.buffer));
  surface.putImageData(image, 0, 0);
  const timeOf = (column: number): number => past.fromS + column * past.columnS;
  return {
    canvas,
    fromS: timeOf(fromColumn),
    untilS: timeOf(fromColumn + columns),
    low: high - canvas.height * rowPrice,
    high,
  };
}
