import type { ChartGeometry } from '../../core/sites/chart-geometry.ts';

const PARTS = [0.1, 0.5, 0.9];
const DIALOGS = 'dialog,[role="dialog"],[role="alertdialog"],[aria-modal="true"]';
const OWN = 'PLIMSOLL-PANEL';

/** Of nine points of the pane; fewer are a button or a menu of the page's. */
const LEAST_COVERED = 3;

/** Whether something of the page stands before the chart: any dialog, or what hides a third of it. */
export function isChartCovered({ x, y, width, height }: ChartGeometry): boolean {
  let covered = 0;
  for (const across of PARTS) {
    for (const down of PARTS) {
      const element = document.elementFromPoint(x + across * width, y + down * height);
      if (element === null || element.tagName === OWN || isChart(element)) continue;
      if (element.closest(DIALOGS) !== null) return true;
      covered += 1;
    }
  }
  return covered >= LEAST_COVERED;
}

const isChart = (element: Element): boolean =>
  element.tagName === 'IFRAME' || element.closest('.chart-markup-table') !== null;
