import { PAGES_OF_CHARTS } from './pages-of-charts.ts';
import { PAGES_OF_EXCHANGES } from './pages-of-exchanges.ts';
import { PAGES_OF_OTHERS } from './pages-of-others.ts';
import type { SitePages } from './site-pages.ts';

/** Pages of every site, by its id. */
export const PAGES: Readonly<Record<string, SitePages>> = {
  ...PAGES_OF_EXCHANGES,
  ...PAGES_OF_OTHERS,
  ...PAGES_OF_CHARTS,
};
