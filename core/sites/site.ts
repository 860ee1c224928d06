import type { PageMarket } from '../market/page-market.ts';
import type { TableHint } from './position-table/table-hint.ts';

/** The parts of a page in which a market may be named. */
type PagePart = 'path' | 'query' | 'hash' | 'title';

/** A web site with charts: one small file here and one line in the registry make a site known. */
export interface Site {
  /** Same word as the venue's id where the venue is polled. */
  readonly id: string;
  /** What a trader calls it. */
  readonly name: string;
  /**
   * Origins whose pages belong to the site; `*.` stands for any subdomain and for none. A market is recognised at
   * run time, never by a path in the manifest: single-page applications are entered through any of their pages.
   */
  readonly origins: readonly string[];
  /** Granted at install, or asked for with one click. */
  readonly access: 'required' | 'optional';
  /** Origins of the same pages for users of other countries; always asked for with a click of their own. */
  readonly regionalOrigins?: readonly string[];
  /** What a market is read from; the other parts of a page never change it. */
  readonly reads: readonly PagePart[];
  /**
   * The market that a page shows.
   * @param url address of the page, of one of {@link origins}
   * @param title the document's title: text written by the page, a signal and no source of truth
   * @returns null where the page shows no market or one that cannot be told for sure
   */
  readonly parse: (url: URL, title: string) => PageMarket | null;
  /**
   * Whether the page's chart shows the page's market, in dollars; nothing is drawn on any other chart.
   * @param chartSymbol what the chart calls its symbol: text of the page, in any spelling
   */
  readonly sameMarket: (market: PageMarket, chartSymbol: string) => boolean;
  /** Where the chart's price scale may be found; null where the page has none that can be read. */
  readonly chart: ChartHint | null;
  /** Where the order book's prices may be read; absent where no marks are offered. */
  readonly book?: BookHint;
  /** How the site's own table of positions is read; absent where it is not. */
  readonly table?: TableHint;
}

/** Where a page shows its chart. */
export interface ChartHint {
  /** Selector of the frames that may hold it, the likeliest first; a hint, every visible frame may be tried after. */
  readonly frames: string;
  /** What the page calls its button that shows it, where another chart without a scale may stand in its place. */
  readonly button?: string;
}

/** What is known of a page's order book; what it leads to is checked before anything is marked. */
export interface BookHint {
  /** Selector of what holds the book and nothing else; null where none is known, and the whole page is searched. */
  readonly root: string | null;
  /** Selectors of the price cells, one a side; empty where a column is to be recognised by its structure. */
  readonly prices: readonly string[];
}

/** An order book whose markup is not known. */
export const UNKNOWN_BOOK: BookHint = { root: null, prices: [] };

/** The charting library in a frame with the names that the library gives it. */
export const LIBRARY_FRAME: ChartHint = {
  frames: 'iframe[id^="tradingview_"],iframe[name^="tradingview_"],iframe[title="Financial Chart" i]',
};

/** An optional language prefix of a path: `/en`, `/zh-CN`, `/zh-hans`, `/es-419`, `/fil-PH`, `/tr-TUR`, `/es-LATAM`. */
export const LOCALE = String.raw`(?:/[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2})?`;
