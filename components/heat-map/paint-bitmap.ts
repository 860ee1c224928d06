import { type HeatColours, paintHeat } from '../../core/report/heat-map/heat-pixels.ts';
import type { HeatFrame } from './heat-frame.ts';
import { binAt, type HeatScene, type SceneInView } from './heat-scene.ts';

/** A picture of a map's cells: a column each, and the rows of the frame that it was painted for. */
export interface HeatBitmap {
  readonly canvas: HTMLCanvasElement;
  readonly fromS: number;
  readonly untilS: number;
}

/** Paints what of a scene is in view; null where nothing is, or where no surface is to be had. */
export function paintBitmap(
  scene: HeatScene,
  { cut, shading }: SceneInView,
  frame: HeatFrame,
  colours: HeatColours,
  canvas: HTMLCanvasElement = document.createElement('canvas'),
): HeatBitmap | null {
  const { past, cells } = scene;
  const { fromColumn, untilColumn } = cut;
  const columns = untilColumn - fromColumn;
  const surface = canvas.getContext('2d');
  if (!(columns > 0) || surface === null) return null;
  canvas.width = columns;
  canvas.height = frame.height;
  const image = surface.createImageData(columns, frame.height);
  const rows = Float64Array.from({ length: frame.height }, (_, row) =>
    binAt(scene, frame.priceOf(frame.top + row + 0.5)),
  );
  const shown = {
    columns,
    bins: past.bins,
    cells: cells.subarray(fromColumn * past.bins, untilColumn * past.bins),
    priceBin: past.priceBin.subarray(fromColumn, untilColumn),
  };
  paintHeat(shown, rows, shading, colours, new Uint32Array(image.data.buffer));
  surface.putImageData(image, 0, 0);
  const timeOf = (column: number): number => past.fromS + column * past.columnS;
  return { canvas, fromS: timeOf(fromColumn), untilS: timeOf(untilColumn) };
}
