import { createStore, type StoreApi } from 'zustand/vanilla';

import type { MarketReport } from '../../core/market/market-report.ts';
import type { SavedPosition } from '../../core/market/position.ts';
import type { Settings, StoredTiers } from '../../core/watch/stored.ts';
import { emptyDraft, type PositionDraft } from './position-draft.ts';

export interface PopupState {
  readonly positions: readonly SavedPosition[];
  readonly draft: PositionDraft;
  /** Of the draft's coin; null while none is stored. */
  readonly report: MarketReport | null;
  readonly tiers: StoredTiers;
  readonly nowMs: number;
  /** Hosts whose access the user has not granted. */
  readonly missingOrigins: readonly string[];
  readonly saving: 'idle' | 'saved' | 'failed';
  readonly theme: 'dark' | 'light';
  readonly palette: Settings['palette'];
}

export type PopupStore = StoreApi<PopupState>;

/** The store of one popup. */
export const createPopupStore = (initial: Partial<PopupState> & { readonly nowMs: number }): PopupStore =>
  createStore<PopupState>()(() => ({
    positions: [],
    draft: emptyDraft('first', { venue: 'binance', base: 'BTC', price: null }),
    report: null,
    tiers: {},
    missingOrigins: [],
    saving: 'idle',
    theme: 'dark',
    palette: 'orange-blue',
    ...initial,
  }));
