import type { MarketReport, VenueMark } from '../market/market-report.ts';

/** A venue's mark price is passed over for the market's once it is so much older. */
const OLDEST_MARK_MS = 180_000;

/** The mark price that liquidation at `venue` goes by, also while it contradicts other venues; null where it is unknown. */
export const venueMark = (report: Pick<MarketReport, 'marks' | 'at'>, venue: string): VenueMark | null =>
  report.marks?.find((mark) => mark.venue === venue && report.at - mark.at <= OLDEST_MARK_MS) ?? null;

/** What a position at `venue` is valued at, USD: the venue's own mark price, else the market's. */
export const markPriceAt = (
  report: Pick<MarketReport, 'marks' | 'at' | 'price'>,
  venue: string,
): number | null => venueMark(report, venue)?.price ?? report.price;
