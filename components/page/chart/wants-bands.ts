import type { PanelState } from '../../overlay/panel-store.ts';

/** Whether anything is to be drawn on the page's chart. */
export const wantsBands = ({ market, place }: PanelState): boolean =>
  market?.kind === 'perpetual' && place.chartBands !== false;
