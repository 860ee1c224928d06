import type { PanelState } from '../../overlay/panel-store.ts';
import { pageTheme } from '../page-theme.ts';
import { chartColors } from './chart-colors.ts';
import { chartBands, chartLevels, type ChartMarks } from './chart-marks.ts';
import { contrastWanted } from './contrast.ts';
import { heatTones } from './heat/heat-tones.ts';
import { profileOf } from './heat/profile.ts';
import { ownMarks } from './own-marks.ts';

export const wantsHeat = ({ place }: PanelState): boolean => place.chartHeat !== false;

/** What is drawn on each of the page's charts; null while there is no report. */
export function drawingOf(state: PanelState) {
  const { report, market, theme, palette, mapChoices } = state;
  if (report === null || market === null) return null;
  const { multiplier } = market;
  const colors = chartColors(theme, palette, contrastWanted());
  return {
    marks: {
      bands: chartBands(report, multiplier),
      levels: chartLevels(report, multiplier),
      own: ownOf(state),
    },
    colors,
    heat: {
      report,
      profile: profileOf(report, multiplier),
      multiplier,
      tones: heatTones(colors, palette, pageTheme(), mapChoices.scale),
    },
  };
}

type ChartDrawing = NonNullable<ReturnType<typeof drawingOf>>;

/** The same drawing with the lines of the user's own positions as they are now. */
export const withOwnLines = (drawing: ChartDrawing, state: PanelState): ChartDrawing => ({
  ...drawing,
  marks: { ...drawing.marks, own: ownOf(state) },
});

/** Whether `state` is drawn as `before` was, but for the lines of the user's own positions. */
export const isDrawnAlike = (state: PanelState, before: PanelState): boolean =>
  state.report === before.report &&
  state.market === before.market &&
  state.theme === before.theme &&
  state.palette === before.palette &&
  state.mapChoices.scale === before.mapChoices.scale &&
  wantsHeat(state) === wantsHeat(before);

const ownOf = ({ ownLines, market }: PanelState): ChartMarks['own'] =>
  ownMarks(ownLines, market?.multiplier ?? 1);
