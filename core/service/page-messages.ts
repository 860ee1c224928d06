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

/** Name of the line by which a view is told quotes, of the {@link PageMarket} that it sends first. */
export const QUOTE_LINE = 'quote';
