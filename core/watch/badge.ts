import type { MarketReport } from '../market/market-report.ts';

/** Distance from the price to the nearest cluster in percent, at most four characters; empty while none is known. */
export function badgeText({ clusters, sources }: MarketReport): string {
  const isAlive = sources.some(({ kind, status }) => kind === 'ticker' && status === 'ok');
  if (!isAlive || clusters.length === 0) return '';
  const percent = 100 * Math.min(...clusters.map(({ distance }) => Math.abs(distance)));
  return percent < 9.95 ? `${percent.toFixed(1)}%` : `${Math.min(99, Math.round(percent))}%`;
}
