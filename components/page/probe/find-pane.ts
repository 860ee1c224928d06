const PANES = '.chart-markup-table.pane, canvas[data-name="pane-canvas"]';
const MOST_DIFFERENCE_PX = 1.5;

/**
 * The element of the pane `index` of the chart `chart` of `charts`, found by the heights that the library gives for the
 * chart's panes: the only place at which as many panes of these heights follow each other. Null where there is none
 * or more than one.
 * @param heights of the panes, top to bottom; 0 for one that is not shown
 */
export function findPane(
  root: Document,
  heights: readonly number[],
  index: number,
  { chart, charts }: { readonly chart: number; readonly charts: number },
): Element | null {
  const containers = charts > 1 ? [...root.querySelectorAll('.chart-container')] : [];
  const scope = containers.length === charts ? containers[chart] : root;
  const panes = [...(scope ?? root).querySelectorAll(PANES)].filter(isOutermost);
  const shown = heights.flatMap((height, pane) => (height > 0 ? [{ height, pane }] : []));
  const place = shown.findIndex(({ pane }) => pane === index);
  const found: Element[] = [];
  for (let first = 0; first + shown.length <= panes.length; first += 1) {
    const fits = shown.every(({ height }, offset) => hasHeight(panes[first + offset], height));
    const pane = panes[first + place];
    if (fits && pane !== undefined) found.push(pane);
  }
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** A pane's canvas inside a pane's cell is the same pane; what is not rendered is none. */
const isOutermost = (element: Element): boolean =>
  element.parentElement?.closest(PANES) == null && element.getClientRects().length > 0;

export const hasHeight = (element: Element | undefined, height: number): boolean =>
  element !== undefined && Math.abs(element.getBoundingClientRect().height - height) <= MOST_DIFFERENCE_PX;
