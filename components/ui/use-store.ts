import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { StoreApi } from 'zustand/vanilla';

/**
 * Redraws the component when what `pick` returns changes.
 * @param pick must return a stable reference for an unchanged state
 */
export function useStore<State, Picked>(
  store: Pick<StoreApi<State>, 'getState' | 'subscribe'>,
  pick: (state: State) => Picked,
): Picked {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const picked = pick(store.getState());
  const latest = useRef(pick);
  latest.current = pick;
  useLayoutEffect(() => {
    let shown = picked;
    const check = () => {
      const next = latest.current(store.getState());
      if (Object.is(next, shown)) return;
      shown = next;
      redraw(undefined);
    };
    // A change between drawing and subscribing would be missed otherwise.
    check();
    return store.subscribe(check);
  }, [store]);
  return picked;
}
