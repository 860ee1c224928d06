import { useEffect, useMemo, useReducer, useState } from 'preact/hooks';

import type { MapWindow, PastKind } from '../../core/market/map-window.ts';
import type { VenueId } from '../../core/market/venue-id.ts';
import { type HeatPast, keepPast } from './heat-past.ts';
import type { PastGrid, PastView } from './wanted-past.ts';

/** Which past is wanted. */
export interface PastName {
  readonly market: string;
  readonly map: PastKind;
  readonly venue: 'all' | VenueId;
}

/** Asks the worker for a window of the map's past; null where it gives none. */
export type AskWindow = (asked: PastGrid & PastName) => Promise<MapWindow | null>;

export interface KnownPast {
  /** Null before the first answer. */
  readonly past: HeatPast | null;
  readonly hasFailed: boolean;
}

/** The past that `view` shows, as far as it is known; what is missing is asked for. */
export function useHeatPast(
  ask: AskWindow,
  { market, map, venue }: PastName,
  view: PastView,
  { logStep, nowS }: { readonly logStep: number; readonly nowS: number },
): KnownPast {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [hasFailed, setFailed] = useState(false);
  const keeper = useMemo(
    () =>
      keepPast(
        async (asked) => {
          const { fromS, columnS, columns, firstBin, bins } = asked;
          const window = await ask({ market, map, venue, fromS, columnS, columns, firstBin, bins });
          setFailed(window === null);
          return window;
        },
        () => redraw(undefined),
      ),
    [ask, market, map, venue],
  );
  useEffect(() => keeper.forget, [keeper]);
  useEffect(() => keeper.want(view, { market, logStep, nowS }), [keeper, view, market, logStep, nowS]);
  return { past: keeper.past(), hasFailed };
}
