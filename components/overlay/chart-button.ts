import { SITES } from '../../core/sites/registry.ts';
import type { PanelState } from './panel-store.ts';

/** What the page's button is called that shows a chart with a scale, while none is in sight; null where none is known. */
export function chartButton({ market, chartState, place }: PanelState): string | null {
  const isMissed = chartState === 'searching' || chartState === 'hidden';
  if (!isMissed || place.chartBands === false) return null;
  return SITES.find(({ id }) => id === market?.venue)?.chart?.button ?? null;
}
