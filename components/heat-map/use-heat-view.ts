import { useMemo, useState } from 'preact/hooks';

import type { MapPeriod } from '../../core/market/map-window.ts';
import { QUARTER_HOUR_S } from '../../core/market/time.ts';
import { type HeatView, homeView, panView, zoomView } from './heat-view.ts';
import type { ViewMoves } from './use-view-input.ts';

/** The picture is laid out anew when the price has gone on by this share, and so often. */
const HOME_STEP = 0.01;
const HOME_S = QUARTER_HOUR_S;

/** What of the map is looked at: a period up to now, until it is moved. It does not follow each tick nor each second. */
export function useHeatView(period: MapPeriod, nowS: number, price: number) {
  const [moved, setMoved] = useState<HeatView | null>(null);
  const homePrice = rounded(price, HOME_STEP);
  const homeS = Math.ceil(nowS / HOME_S) * HOME_S;
  const home = useMemo(() => homeView(period, homeS, homePrice), [period, homeS, homePrice]);
  const bounds = { nowS, price };
  const moves: ViewMoves = {
    onPan: (across, up) => setMoved((from) => panView(from ?? home, across, up, bounds)),
    onZoom: (factors, at) => setMoved((from) => zoomView(from ?? home, factors, at, bounds)),
    onHome: () => setMoved(null),
  };
  return { view: moved ?? home, home, moves };
}

/** The nearest of prices that lie a share of themselves apart. */
const rounded = (price: number, share: number): number =>
  Math.exp(Math.round(Math.log(price) / share) * share);
