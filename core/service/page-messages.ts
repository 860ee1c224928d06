import type { PageMarket } from '../market/page-market.ts';

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

/** A page's panel asks the background to open the side panel, which it does within the message: it is part of a click. */
export const SIDE_PANEL_CALL = { kind: 'open-side-panel' } as const;

/** Whether a message, which may be anything, is that. */
export const isSidePanelCall = (message: unknown): boolean =>
  (message as { readonly kind?: unknown } | null)?.kind === SIDE_PANEL_CALL.kind;

/** Name of the line by which a view is told quotes, of the {@link PageMarket} that it sends first. */
export const QUOTE_LINE = 'quote';
