import type { PanelState } from '../../overlay/panel-store.ts';
import type { ChartGeometry } from '../../../core/sites/chart-geometry.ts';
import { type ChartState, isPlausible, type ProbeState } from '../../../core/sites/chart-messages.ts';
import type { Site } from '../../../core/sites/site.ts';
import { TIME_FAULTS } from '../../../core/sites/time-axis.ts';

/** A chart of the page, as the probe has told of it. */
export interface KnownChart {
  readonly state: ProbeState | 'ready';
  readonly geometry: ChartGeometry | null;
  /** By the page's own clock, milliseconds. */
  readonly heardAt: number;
  readonly isCovered: boolean;
}

/** Whether a chart shows the panel's market at its price and can be drawn on; if not, why. */
export function chartStateOf(
  { state, geometry, isCovered }: KnownChart,
  { market, report }: PanelState,
  site: Site,
): ChartState {
  if (geometry === null || market === null)
    return state === 'ready' || state === 'gone' ? 'searching' : state;
  const price = report?.price ?? null;
  if (!site.sameMarket(market, geometry.symbol)) return 'mismatch';
  if (price !== null && !isPlausible(geometry, price * market.multiplier)) return 'mismatch';
  return isCovered ? 'hidden' : 'ready';
}

/** The panel says the first of these that holds for any chart. */
const ORDER: readonly ChartState[] = ['ready', 'mismatch', 'unsupported', 'loading', 'hidden', 'searching'];

/** What the panel says of all charts of the page. */
export function toldOfCharts(
  charts: readonly KnownChart[],
  panel: PanelState,
  site: Site,
): Pick<PanelState, 'chartState' | 'timeFault'> {
  const states = charts.map((chart) => chartStateOf(chart, panel, site));
  const times = charts.flatMap(({ geometry }) => geometry?.time ?? []);
  // Of several charts it is enough that one can be drawn on.
  const isPlaced = times.some((time) => typeof time === 'object');
  return {
    chartState: ORDER.find((state) => states.includes(state)) ?? 'searching',
    timeFault: isPlaced ? null : (TIME_FAULTS.find((fault) => times.includes(fault)) ?? null),
  };
}
