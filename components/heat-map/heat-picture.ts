import type { ShownOrder } from '../../core/market/heard-orders.ts';
import type { ClusterReport, LevelReport } from '../../core/market/market-report.ts';
import type { ChartLine } from '../bands/chart-line.ts';
import type { Palette } from '../ui/palette.ts';
import type { HeatFrame } from './heat-frame.ts';
import type { HeatScene } from './heat-scene.ts';
import type { HeatBitmap } from './paint-bitmap.ts';
import type { ProfileRow } from './profile-rows.ts';

/** Everything that one drawing of a heat map needs; prices in the units of the page. */
export interface HeatPicture {
  readonly scene: HeatScene;
  readonly bitmap: HeatBitmap | null;
  readonly profile: readonly ProfileRow[];
  /** Of the moment that is shown. */
  readonly levels: readonly LevelReport[];
  readonly clusters: readonly ClusterReport[];
  /** Forced orders that were heard, USD a coin. */
  readonly orders: readonly ShownOrder[];
  /** The user's own prices. */
  readonly ownLines: readonly ChartLine[];
  /** Of the moment that is shown. */
  readonly price: number;
  /** What is drawn ends here, where that is not now; epoch seconds. */
  readonly momentS: number | null;
  readonly decimals: number;
  readonly palette: Palette;
  readonly timeText: (atS: number) => string;
}

export type Surface = CanvasRenderingContext2D;

export const FONT_PX = 11;
export const LABEL_PX = 13;

/** Draws inside the map alone. */
export function within(surface: Surface, { left, top, width, height }: HeatFrame, draw: () => void): void {
  surface.save();
  surface.beginPath();
  surface.rect(left, top, width, height);
  surface.clip();
  draw();
  surface.restore();
}
