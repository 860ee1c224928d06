import { usdOfCell } from '../../core/market/map-cells.ts';
import type { MapKind } from '../../core/market/map-window.ts';
import type { ClusterReport } from '../../core/market/market-report.ts';
import type { HeatFrame } from './heat-frame.ts';
import { binAt, type HeatScene } from './heat-scene.ts';

/** One bar of the profile, in device pixels, and its length as a share of the room. */
export interface ProfileRow {
  readonly side: 'long' | 'short';
  readonly y: number;
  readonly height: number;
  readonly share: number;
  /** Up to where its dollars may be more; null where no interval is known. */
  readonly p90Share: number | null;
}

const ROW_PX = 2;

/** The longest bar leaves room for its interval, as far as that goes. */
const FULL = 0.7;

/** The last drawn column's dollars a bin, in bars that end on whole pixels; `clusters` know how sure they are. */
export function profileRows(
  scene: HeatScene,
  frame: HeatFrame,
  clusters: readonly ClusterReport[],
  map: MapKind,
): readonly ProfileRow[] {
  const { past, lastColumn } = scene;
  const price = past.priceBin[lastColumn] ?? NaN;
  const height = Math.max(1, Math.round(ROW_PX * frame.ratio));
  const rows = Array.from({ length: Math.ceil(frame.height / height) }, (_, index) => {
    const y = frame.top + index * height;
    const middle = frame.priceOf(y + height / 2);
    const bin = Math.floor(binAt(scene, middle));
    const isInside = bin >= 0 && bin < past.bins;
    const usd = isInside ? usdOfCell(past.cells[lastColumn * past.bins + bin] ?? 0) : 0;
    const factor = factorAt(clusters, map, middle);
    return { y, usd, factor, side: bin + 0.5 < price ? ('long' as const) : ('short' as const) };
  });
  const most = rows.reduce((largest, { usd }) => Math.max(largest, usd), 0);
  return rows
    .filter(({ usd }) => usd > 0)
    .map(({ y, usd, factor, side }) => {
      const share = (FULL * usd) / most;
      const room = Math.min(height, frame.top + frame.height - y);
      return { side, y, height: room, share, p90Share: factor === null ? null : Math.min(1, share * factor) };
    });
}

/** How many times as much the dollars at a price may be; null where no interval is known. */
function factorAt(clusters: readonly ClusterReport[], map: MapKind, price: number): number | null {
  const cluster = clusters.find(({ low, high }) => price >= low && price < high);
  const usd = map === 'exposure' ? cluster?.exposureUsd : cluster?.forcedUsd;
  return usd === undefined || !(usd.p50 > 0) || usd.p10 === usd.p90 ? null : usd.p90 / usd.p50;
}
