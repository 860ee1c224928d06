import { createStore, type StoreApi } from 'zustand/vanilla';

import type { WatchedAccount } from '../../core/ledger/accounts/accounts.ts';
import type { MarketGlance } from '../../core/report/market-glance.ts';
import type { Quote } from '../../core/market/quote.ts';
import type { SavedPosition } from '../../core/market/position.ts';
import type { Settings } from '../../core/ledger/settings/settings.ts';
import type { ShownTable } from '../../core/ledger/shown-tables.ts';
import type { CoinMarkets } from '../../core/report/position-markets.ts';
import type { MessengerId } from '../../core/messengers/registry.ts';
import type { VenueId } from '../../core/market/venue-id.ts';
import { emptyDraft, type PositionDraft } from './position-draft.ts';
import { EMPTY_WISHES, type WishesDraft } from './size-wishes.ts';

/** The popup shows the watch list, or what the user holds. */
export const POPUP_VIEWS = ['list', 'position'] as const;
export type PopupView = (typeof POPUP_VIEWS)[number];

export interface PopupState {
  /** What the user typed in. */
  readonly positions: readonly SavedPosition[];
  /** Whose positions are shown beside them. */
  readonly accounts: readonly WatchedAccount[];
  /** What open pages show in their own tables. */
  readonly tables: readonly ShownTable[];
  /** The browser lacks its user's consent to tell a venue an address. */
  readonly needsConsent: boolean;
  readonly draft: PositionDraft;
  /** The form as it was opened: what differs from it was typed. */
  readonly opened: PositionDraft;
  readonly wishes: WishesDraft;
  readonly markets: CoinMarkets;
  /** The price of the position's market between reports; null before the first. */
  readonly quote: Quote | null;
  /** Market ids of the watch list. */
  readonly watchList: readonly string[];
  /** On whose page a coin of it opens. */
  readonly tradeAt: VenueId;
  /** Markets at a glance that the view looks at; null before the first answer. */
  readonly glance: MarketGlance | null;
  /** What of the popup is shown. */
  readonly view: PopupView;
  readonly nowMs: number;
  /** Venues' time less the device's, milliseconds. */
  readonly clockOffsetMs: number;
  /** Hosts whose access the user has not granted. */
  readonly missingOrigins: readonly string[];
  /** Messengers that are told of warnings. */
  readonly messengers: readonly MessengerId[];
  /** Messengers that are written to no more, since they refused too often. */
  readonly silentMessengers: readonly MessengerId[];
  /** What became of the last thing the user asked for; null while nothing was. */
  readonly notice: { readonly kind: 'done' | 'failed'; readonly text: string } | null;
  /** Language in which the user's numbers are written, BCP 47. */
  readonly locale: string;
  readonly theme: 'dark' | 'light';
  readonly palette: Settings['palette'];
  /** The user's own amounts are not shown. */
  readonly hideAmounts: boolean;
}

export type PopupStore = StoreApi<PopupState>;

/** The store of one popup. */
export const createPopupStore = ({
  draft = emptyDraft('first', { venue: 'binance', base: 'BTC', price: null }, 'en-US'),
  ...initial
}: Partial<PopupState> & { readonly nowMs: number }): PopupStore =>
  createStore<PopupState>()(() => ({
    positions: [],
    accounts: [],
    tables: [],
    needsConsent: false,
    draft,
    opened: draft,
    wishes: EMPTY_WISHES,
    markets: {},
    quote: null,
    watchList: [],
    tradeAt: 'binance',
    glance: null,
    view: 'position',
    clockOffsetMs: 0,
    missingOrigins: [],
    messengers: [],
    silentMessengers: [],
    notice: null,
    locale: 'en-US',
    theme: 'dark',
    palette: 'orange-blue',
    hideAmounts: false,
    ...initial,
  }));
