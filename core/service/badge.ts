import type { MarketReport } from '../market/market-report.ts';

/** What the toolbar icon says: a warning while it is news, else the way to the nearest cluster. */
export interface Badge {
  readonly text: string;
  readonly isWarning: boolean;
}

/** A warning stands on the icon for this long, unless it is dismissed. */
const NEWS_MS = 60 * 60_000;

/** At most four characters. @param dismissed ids of warnings that the user has taken off the list */
export function badgeOf(report: MarketReport, dismissed: readonly string[], nowMs: number): Badge {
  const isNews = report.warnings?.some(({ id, at }) => nowMs - at < NEWS_MS && !dismissed.includes(id));
  return isNews === true ? { text: '!', isWarning: true } : { text: distanceText(report), isWarning: false };
}

/** Distance from the price to the nearest cluster in percent; empty while none is known. */
function distanceText({ clusters, sources }: MarketReport): string {
  const isAlive = sources.some(({ kind, status }) => kind === 'ticker' && status === 'ok');
  if (!isAlive || clusters.length === 0) return '';
  const percent = 100 * Math.min(...clusters.map(({ distance }) => Math.abs(distance)));
  return percent < 9.95 ? `${percent.toFixed(1)}%` : `${Math.min(99, Math.round(percent))}%`;
}
