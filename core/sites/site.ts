import type { PageMarket } from '../market/page-market.ts';

/** An exchange's web site: one small file here and one line in the registry make a site known. */
export interface Site {
  /** Same word as the venue's id where the venue is polled. */
  readonly id: string;
  /** What a trader calls it. */
  readonly name: string;
  /** Origins whose pages belong to the site; a market is recognised at run time, never by a path in the manifest. */
  readonly origins: readonly string[];
  /**
   * The market that a page shows.
   * @param url address of the page, of one of {@link origins}
   * @param title the document's title: text written by the page, a signal and no source of truth
   * @returns null where the page shows no market or one that cannot be told for sure
   */
  readonly parse: (url: URL, title: string) => PageMarket | null;
}

/** An optional language prefix of a path: `/en`, `/zh-CN`, `/zh-hans`, `/ru-RU`. */
export const LOCALE = String.raw`(?:/[a-z]{2}(?:-[A-Za-z]{2,4})?)?`;
