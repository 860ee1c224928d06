import { useEffect, useState } from 'preact/hooks';

import { type HeatView, isMoved } from './heat-view.ts';

/** A view that has stood still for so long is painted for itself. */
const REST_MS = 250;

/** The view that the cells are painted and shaded for: `view`, or while that is being moved the one that it was moved from. */
export function usePaintedView(view: HeatView): HeatView {
  const [painted, setPainted] = useState(view);
  const shown = isMoved(painted, view) ? painted : view;
  useEffect(() => {
    if (shown === view) {
      setPainted(view);
      return undefined;
    }
    const timer = setTimeout(() => setPainted(view), REST_MS);
    return () => clearTimeout(timer);
  }, [view, shown]);
  return shown;
}
