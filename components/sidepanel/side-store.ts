import { createStore, type StoreApi } from 'zustand/vanilla';

import type { Bell } from '../../core/market/bell.ts';
import type { PriceRole } from './take-role.ts';

/** What the side panel shows: the market of the tab, the watch list, or all markets. */
export const SIDE_VIEWS = ['market', 'list', 'screener'] as const;
export type SideView = (typeof SIDE_VIEWS)[number];

/** What the side panel knows besides its market and the user's positions. */
export interface SideState {
  /** A price of the map that was pressed, in the units of the map; null: none. */
  readonly pressed: number | null;
  /** What was made of the last price, until another is pressed. */
  readonly taken: { readonly role: PriceRole; readonly price: number } | null;
  /** Of all markets. */
  readonly bells: readonly Bell[];
  /** Where the last bell was hung, in the units of the map; null: nowhere yet. */
  readonly hung: { readonly low: number; readonly high: number } | null;
  /** The tab in front shows no market: what is shown was shown last. */
  readonly isElsewhere: boolean;
  readonly view: SideView;
}

export type SideStore = StoreApi<SideState>;

export const createSideStore = (initial: Partial<SideState> = {}): SideStore =>
  createStore<SideState>()(() => ({
    pressed: null,
    taken: null,
    bells: [],
    hung: null,
    isElsewhere: false,
    view: 'market',
    ...initial,
  }));
