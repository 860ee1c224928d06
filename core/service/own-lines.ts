import type { StoragePort } from '../ledger/storage-port.ts';
import { assetOfMarket, assetText } from '../market/asset.ts';
import type { OwnLine } from '../market/own-line.ts';
import type { Quote } from '../market/quote.ts';
import { bellsOnChart, marketsBehind, ownLines, positionsOnChart } from '../report/own-lines.ts';
import type { CoinMarkets } from '../report/position-markets.ts';
import { withQuote } from '../report/with-quote.ts';

/** What a page asks for: the market that it shows, and what its view was told of the price since the report. */
interface ShownMarket {
  readonly market: string;
  /** The contract by the venue's own name. */
  readonly instrument: string;
  readonly quote: Quote | null;
}

/** The lines of the user's own positions on the chart of a page that belongs to `site`; null for a page of no site. */
export type AskOwnLines = (site: string | null, shown: ShownMarket) => Promise<readonly OwnLine[]>;

/**
 * Tells a page of the venue at which a position is held or a bell was hung its lines, and any other page nothing. What the user wants hidden,
 * the page is not even told.
 */
export function createOwnLines(
  storage: Pick<StoragePort, 'readPositions' | 'readBells' | 'readSettings' | 'readReport' | 'readTiers'>,
  nowMs: () => number,
): AskOwnLines {
  const readMarkets = async (ids: readonly string[], quote: Quote | null): Promise<CoinMarkets> => {
    const read = ids.map(async (id) => {
      const [report, tiers] = await Promise.all([storage.readReport(id), storage.readTiers(id)]);
      return [assetText(assetOfMarket(id)), { report: report && withQuote(report, quote), tiers }] as const;
    });
    return Object.fromEntries(await Promise.all(read));
  };

  return async (site, { market, instrument, quote }) => {
    if (site === null) return [];
    const [settings, positions, bells] = await Promise.all([
      storage.readSettings(),
      storage.readPositions(),
      storage.readBells(),
    ]);
    if (!settings.ownLines) return [];
    const chart = { venue: site, market, instrument, nowMs: nowMs() };
    const hung = bellsOnChart(bells, chart);
    const shown = positionsOnChart(positions, chart);
    if (shown.length === 0) return hung;
    const lines = ownLines(shown, positions, await readMarkets(marketsBehind(shown, positions), quote));
    return [...(settings.hideAmounts ? lines.map(withoutAmounts) : lines), ...hung];
  };
}

const withoutAmounts = (line: OwnLine): OwnLine =>
  line.role === 'liquidation' ? { ...line, betweenUsd: null } : line;
