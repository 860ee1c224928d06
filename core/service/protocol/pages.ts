import * as v from 'valibot';

import { marketId } from '../../market/asset.ts';
import { page } from '../../ledger/page-market.ts';
import type { PageMarket } from '../../market/page-market.ts';
import { fromPage, market } from './question.ts';

/**
 * What a watched page shows, as its venue lists it; absent while the venue has still to say, or where the page has asked
 * too often. `isListed`: false for what no venue lists, which is not watched.
 */
interface Watched {
  readonly market?: PageMarket;
  readonly isListed?: boolean;
}

/** A page's market is watched, and what the panel has no room for opens elsewhere. */
export const pageQuestions = {
  /**
   * A lease: sent on every change of market and every 30 s while the page is open, it lapses after 90 s. A page that has
   * just been opened (`isOpening`) is told what is due at once, also of a market that others show.
   */
  watch: fromPage(
    { market: page, isOpening: v.exactOptional(v.boolean()) },
    async ({ market: shown, isOpening }, { service, poll }, from): Promise<Watched> => {
      const watched = await service.watchPage(from, shown);
      if (watched === null) return {};
      if (watched.isNew || (isOpening === true && watched.isListed)) poll(marketId(watched.market));
      return watched.isProvisional ? {} : { market: watched.market, isListed: watched.isListed };
    },
  ),

  /** The table of messages: a page that carried it itself would load it in each tab, and in one language. */
  words: fromPage({}, async (_nothing, { words }) => words),

  /** Opens the popup, or its page in a tab where the browser cannot; the panel's way to the permission button. */
  'open-popup': fromPage({}, (_nothing, { openPopup }) => openPopup()),

  'open-options': fromPage({ section: v.picklist(['listening', 'venues']) }, ({ section }, { openPage }) =>
    openPage(`options.html#${section}`),
  ),

  /** Opens the track record of a market. */
  'open-record': fromPage({ market }, ({ market: id }, { openPage }) => openPage(`record.html?market=${id}`)),
};
