import { useMemo } from 'preact/hooks';

import type { PageMarket } from '../../core/market/page-market.ts';
import type { ChartLine } from '../bands/chart-line.ts';
import type { PopupStore } from '../popup/popup-store.ts';
import { isTyped } from '../popup/typed-draft.ts';
import type { Desk } from '../popup/use-desk.ts';
import { useStore } from '../ui/use-store.ts';
import { ownLines } from './own-lines.ts';
import type { SideStore } from './side-store.ts';

interface Given {
  readonly store: PopupStore;
  readonly side: SideStore;
  readonly desk: Desk;
  /** Whose map the lines stand in. */
  readonly market: PageMarket | null;
  /** Of the map's prices. */
  readonly decimals: number;
}

const NONE = [] as const;

/** The user's own prices in a market; the same as long as they are drawn the same. */
export function useOwnLines({ store, side, desk, market, decimals }: Given): readonly ChartLine[] {
  const { draft, figures, positions, markets, saved } = desk;
  const pressed = useStore(side, (state) => state.pressed);
  const locale = useStore(store, (state) => state.locale);
  const typed = useStore(store, isTyped);
  const isMeant = typed || saved !== undefined;
  return useMemo(() => {
    if (market === null) return NONE;
    const held = { draft, figures, positions, markets };
    return ownLines({ desk: held, isMeant, market, pressed, decimals, locale });
  }, [draft, figures, positions, markets, isMeant, market, pressed, decimals, locale]);
}
