import type { ScreenedFigure, ScreenedMarket } from '../../core/screener/screened-market.ts';
import { say } from '../../core/i18n/say-glance.ts';
import { DAY_HOURS, HOUR_MS } from '../../core/market/time.ts';
import type { MarketGlance } from '../../core/report/market-glance.ts';

/** Whether each venue has told of its perpetuals, or why it did not. */
export const isTold = ({ venues }: MarketGlance): boolean =>
  venues.every(({ at, code }) => at !== null || code !== null);

/** Three days before, of which the oldest ended when this one began. */
const USUAL_HOURS = 3 * DAY_HOURS;

/** For how long answers were kept, whole hours; 0 before the first. */
export function keptHours({ venues }: MarketGlance, nowMs: number): number {
  const oldest = Math.min(...venues.map(({ since }) => since ?? Infinity));
  return Number.isFinite(oldest) ? Math.max(0, Math.floor((nowMs - oldest) / HOUR_MS)) : 0;
}

/** What is said of how long answers were kept; null once that is long enough for every figure. */
export function historyText(hours: number): string | null {
  if (hours >= USUAL_HOURS) return null;
  const day = hours < DAY_HOURS ? say('screener.history.day', { hours: DAY_HOURS }) : null;
  const usual = say('screener.history.usual', { hours: USUAL_HOURS });
  return [say('screener.history', { hours }), day, usual].filter((text) => text !== null).join(' ');
}

const OF_OPEN_INTEREST: ReadonlySet<ScreenedFigure> = new Set([
  'openInterestHourChange',
  'openInterestDayChange',
  'openInterestUsd',
  'crowding',
]);

/** Why a figure of a market is not known. */
export function whyUnknown(figure: ScreenedFigure, market: ScreenedMarket, hours: number): string {
  if (OF_OPEN_INTEREST.has(figure) && market.openInterestUsd === null)
    return say('screener.why.one-by-one', { venues: market.venues });
  switch (figure) {
    case 'openInterestHourChange':
    case 'hourChange':
      return say('screener.why.hour');
    case 'openInterestDayChange':
    case 'fundingDayChange':
      return hours < DAY_HOURS ? say('screener.why.day', { hours }) : say('screener.why.gap');
    case 'turnoverRatio':
      return hours < USUAL_HOURS ? say('screener.why.usual', { hours }) : say('screener.why.gap');
    default:
      return say('screener.why.untold');
  }
}
