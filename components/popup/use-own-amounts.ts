import { useMemo } from 'preact/hooks';

import { ownAmounts, type OwnAmounts } from '../ui/own-amounts.ts';
import { useStore } from '../ui/use-store.ts';
import type { PopupStore } from './popup-store.ts';

/** How a view of the user's positions writes their amounts. */
export function useOwnAmounts(store: PopupStore): OwnAmounts {
  const areHidden = useStore(store, (state) => state.hideAmounts);
  return useMemo(() => ownAmounts(areHidden), [areHidden]);
}
