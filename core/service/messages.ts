import type { PageMarket } from '../market/page-market.ts';
import type { SavedPosition } from '../market/position.ts';
import type { PanelPlace, Settings } from '../ledger/stored.ts';

/**
 * What views may ask of the background, the only writer of storage. Nothing in a message is a URL to fetch.
 * `watch` is a lease: sent on every change of market and every 30 s while the page is open, it lapses after 90 s.
 */
export type ViewMessage =
  | { readonly kind: 'watch'; readonly market: PageMarket }
  | { readonly kind: 'refresh'; readonly market: string }
  | { readonly kind: 'save-positions'; readonly positions: readonly SavedPosition[] }
  | { readonly kind: 'save-settings'; readonly settings: Settings }
  | { readonly kind: 'save-place'; readonly site: string; readonly place: PanelPlace }
  /** Takes a warning off the panel's list for good; with a time, no notification comes for so long. */
  | { readonly kind: 'snooze-warning'; readonly id: string; readonly forMs: number | null }
  /** Answers the question whom to listen to with the venues of open pages alone; what was answered before stays. */
  | { readonly kind: 'listen-to-own-pages' }
  /** Opens the options at a section, in a tab. */
  | { readonly kind: 'open-options'; readonly section: 'listening' | 'venues' }
  /** Opens the popup, or its page in a tab where the browser cannot; the panel's way to the permission button. */
  | { readonly kind: 'open-popup' }
  /** Opens the track record of a market in a tab. */
  | { readonly kind: 'open-record'; readonly market: string };

/**
 * `market`: what a page that is watched shows, as its venue lists it; absent while the venue has still to say, or where
 * the page has asked too often. `isListed`: false for what no venue lists, which is not watched.
 */
export type MessageReply =
  | { readonly ok: true; readonly market?: PageMarket; readonly isListed?: boolean }
  | { readonly ok: false; readonly message: string };

/** What the background and the popup may ask of the page in a tab. */
export type PageMessage =
  | { readonly kind: 'toggle-panel' }
  | { readonly kind: 'which-market' }
  /** The user does not allow the pages that these match patterns name. */
  | { readonly kind: 'leave-pages'; readonly patterns: readonly string[] };

/** Answer to `which-market`. */
export interface PageAnswer {
  readonly market: PageMarket | null;
}
