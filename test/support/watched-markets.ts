import type { MarketReport } from '../../core/market/market-report.ts';
import type { CoinMarkets } from '../../core/report/position-markets.ts';
import { buildReport } from './sample-report.ts';

/** The sample market by another name and at another price, its bands as far as `nearer` times before. */
export function reportOf(market: string, price: number, nearer = 1): MarketReport {
  const sample = buildReport();
  const factor = price / (sample.price ?? 1);
  const at = (level: number): number => price * (1 + nearer * ((level * factor) / price - 1));
  return {
    ...sample,
    market,
    price,
    tickSize: price / 1e5,
    dayChange: -0.012 * nearer,
    clusters: sample.clusters.map((cluster) => ({
      ...cluster,
      low: at(cluster.low),
      peak: at(cluster.peak),
      high: at(cluster.high),
      distance: cluster.distance * nearer,
    })),
  };
}

/** Three coins with maps: ether is nearest to a band. */
export const watchedMarkets = (): CoinMarkets => ({
  BTC: { report: reportOf('BTCUSDT', 90_912), tiers: {} },
  ETH: { report: reportOf('ETHUSDT', 3_120, 0.1), tiers: {} },
  SOL: { report: reportOf('SOLUSDT', 142.5, 1.6), tiers: {} },
});
