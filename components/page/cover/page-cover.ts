import { isOwnHost } from '../own-host.ts';

/** A rectangle of the window, CSS px. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const DIALOGS = 'dialog,[role="dialog"],[role="alertdialog"],[aria-modal="true"]';
const MODALS = 'dialog:modal,[role="alertdialog"],[aria-modal="true"]';

const NINE = [0.1, 0.5, 0.9].flatMap((across) => [0.1, 0.5, 0.9].map((down) => [across, down] as const));

/** Of nine points of a chart's pane; fewer are a button or a menu of the page's. */
const LEAST_COVERED = 3;

/** Whether something of the page stands before a chart: any dialog, or what hides a third of it. */
export function isChartCovered({ x, y, width, height }: Box): boolean {
  let covered = 0;
  for (const [across, down] of NINE) {
    const element = document.elementFromPoint(x + across * width, y + down * height);
    if (element === null || isOwnHost(element) || isChart(element)) continue;
    if (element.closest(DIALOGS) !== null) return true;
    covered += 1;
  }
  return covered >= LEAST_COVERED;
}

const isChart = (element: Element): boolean =>
  element.tagName === 'IFRAME' || element.closest('.chart-markup-table') !== null;

/** Beside the panel's corners, where the browser need not look through it. */
const BESIDE_PX = 2;

/**
 * Whether the panel is in the way of the page: a dialog has its middle, or what the page wants answered first, or what
 * dims the page behind such a question, reaches to its place. Menus and tooltips are no dialogs.
 */
export function isPanelInTheWay({ x, y, width, height }: Box): boolean {
  const middle = document
    .elementsFromPoint(x + width / 2, y + height / 2)
    .find((element) => !isOwnHost(element));
  if (middle !== undefined && (middle.closest(DIALOGS) !== null || isBackdrop(middle))) return true;
  const [left, top] = [x - BESIDE_PX, y - BESIDE_PX];
  const [right, bottom] = [x + width + BESIDE_PX, y + height + BESIDE_PX];
  return [
    document.elementFromPoint(left, top),
    document.elementFromPoint(right, top),
    document.elementFromPoint(left, bottom),
    document.elementFromPoint(right, bottom),
  ].some((element) => element !== null && (element.closest(MODALS) !== null || isBackdrop(element)));
}

/** Whether an element is fixed over the whole window and holds none of the page's charts. */
function isBackdrop(element: Element): boolean {
  for (let at: Element | null = element; at instanceof HTMLElement; at = at.parentElement) {
    const isWhole = at.offsetWidth >= innerWidth && at.offsetHeight >= innerHeight;
    if (isWhole && getComputedStyle(at).position === 'fixed')
      return at.querySelector('canvas, iframe') === null;
  }
  return false;
}
