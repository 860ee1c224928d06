import type { MarketReport } from '../market/market-report.ts';
import { HOUR_MS } from '../market/time.ts';

/** What the toolbar icon says: a warning while it is news, else the way to the nearest cluster. */
export interface Badge {
  readonly isWarning: boolean;
  /** Fraction of the price; null where there is nothing to say. */
  readonly distance: number | null;
}

/** A warning stands on the icon for this long, unless it is dismissed. */
const NEWS_MS = HOUR_MS;

/** @param dismissed ids of warnings that the user has taken off the list */
export function badgeOf(report: MarketReport, dismissed: readonly string[], nowMs: number): Badge {
  const isNews = report.warnings?.some(({ id, at }) => nowMs - at < NEWS_MS && !dismissed.includes(id));
  return isNews === true
    ? { isWarning: true, distance: null }
    : { isWarning: false, distance: nearestDistance(report) };
}

/** Distance from the price to the nearest cluster, a fraction of the price; null while none is known. */
function nearestDistance({ clusters, sources }: MarketReport): number | null {
  const isAlive = sources.some(({ kind, status }) => kind === 'ticker' && status === 'ok');
  if (!isAlive || clusters.length === 0) return null;
  return Math.min(...clusters.map(({ distance }) => Math.abs(distance)));
}
