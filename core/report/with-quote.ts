import type { ClusterReport, MarketReport, VenueMark } from '../market/market-report.ts';
import type { Quote } from '../market/quote.ts';

/** A report whose price and distances are those of a quote that came after it. */
export interface QuotedReport extends MarketReport {
  /** When the price was read; absent: with the report. */
  readonly pricedAt?: number;
}

/**
 * `report` with what `quote` knows better: price, marks, open interest, funding, and the distances that follow from them.
 * What the engine made of the report's own price, such as the chance of a touch, stays. The same object where the quote is
 * of another market, or no newer.
 */
export function withQuote(report: MarketReport, quote: Quote | null): QuotedReport {
  if (quote === null || quote.market !== report.market || quote.at <= report.at) return report;
  const { openInterest, positioning } = report;
  const { price } = quote;
  const usd = quote.openInterestUsd ?? openInterest.usd;
  const { peakUsd } = openInterest;
  return {
    ...report,
    ...(price === null ? {} : { price, pricedAt: quote.at }),
    ...(quote.venueMark === null ? {} : { marks: withMark(report.marks ?? [], quote.venueMark) }),
    openInterest: {
      ...openInterest,
      usd,
      drawdown: usd !== null && peakUsd ? Math.max(0, 1 - usd / peakUsd) : null,
    },
    positioning: { ...positioning, fundingRate8h: quote.fundingRate8h ?? positioning.fundingRate8h },
    clusters: price === null ? report.clusters : report.clusters.map((one) => seenFrom(one, price)),
  };
}

const withMark = (
  marks: readonly VenueMark[],
  mark: NonNullable<Quote['venueMark']>,
): readonly VenueMark[] => [
  ...marks.filter(({ venue }) => venue !== mark.venue),
  { ...mark, isAside: false },
];

/** A price that has come into a cluster since is at no distance from it. */
function seenFrom(cluster: ClusterReport, price: number): ClusterReport {
  const distance =
    cluster.side === 'long' ? Math.min(0, cluster.high / price - 1) : Math.max(0, cluster.low / price - 1);
  return { ...cluster, distance };
}

/** When the price of `report` was read, epoch milliseconds. */
export const pricedAtOf = ({ pricedAt, at }: QuotedReport): number => pricedAt ?? at;
