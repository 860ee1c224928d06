import { say } from '../../core/i18n/say.ts';
import type { MarketReport } from '../../core/market/market-report.ts';
import type { PageMarket } from '../../core/market/page-market.ts';
import { allVenuesDown, priceSources } from './source-notices.ts';

/** A report older than this is not called live: three polls of thirty seconds. */
const STALE_AFTER_MS = 90_000;

/** What the panel knows of itself and its surroundings. */
export interface PanelSurroundings {
  /** Null where the page shows no market. */
  readonly market: PageMarket | null;
  readonly report: MarketReport | null;
  readonly nowMs: number;
  readonly online: boolean;
  /** False once the background said that no venue lists the market. */
  readonly isListed: boolean;
  /** Whether the background answered the last message. */
  readonly workerAnswers: boolean;
}

/** The panel is in exactly one of these. */
export type PanelCondition =
  | 'no-market'
  | 'spot'
  | 'future'
  | 'not-listed'
  | 'starting'
  | 'starting-worker'
  | 'starting-offline'
  | 'stale-offline'
  | 'stale-venues'
  | 'stale-worker'
  | 'stale-late'
  | 'warming'
  | 'live';

/** The gravest condition that holds. */
export function panelCondition(surroundings: PanelSurroundings): PanelCondition {
  const { market, report, nowMs, online, isListed, workerAnswers } = surroundings;
  if (market === null) return 'no-market';
  if (market.kind !== 'perpetual') return market.kind;
  if (!isListed) return 'not-listed';
  if (report === null) return online ? (workerAnswers ? 'starting' : 'starting-worker') : 'starting-offline';
  if (isListedNowhere(report)) return 'not-listed';
  if (!online) return 'stale-offline';
  if (allVenuesDown(report.sources)) return 'stale-venues';
  if (nowMs - report.at > STALE_AFTER_MS) return workerAnswers ? 'stale-late' : 'stale-worker';
  return report.warmUp.done ? 'live' : 'warming';
}

/** When the newest figure of the report was read; null before the first. The worker reports failures too, so `at` is not it. */
export function figuresAt({ at, sources }: MarketReport): number | null {
  if (!allVenuesDown(sources)) return at;
  return priceSources(sources).reduce<number | null>(
    (newest, source) => (source.at === null ? newest : Math.max(newest ?? 0, source.at)),
    null,
  );
}

const isListedNowhere = ({ sources }: MarketReport): boolean =>
  sources.length > 0 && sources.every(({ code }) => code === 'not-listed');

/** Whether the figures are old and drawn grey. */
export const isStale = (condition: PanelCondition): boolean => condition.startsWith('stale');

/** Whether the panel has a place for figures at all. */
export const hasFiguresPlace = (condition: PanelCondition): boolean =>
  !['spot', 'future', 'not-listed'].includes(condition);

/** The condition in one sentence; null where the figures speak for themselves. */
export function conditionSentence(
  condition: PanelCondition,
  base: string,
  hasFigures: boolean,
): string | null {
  switch (condition) {
    case 'warming':
    case 'live':
      return null;
    case 'stale-offline':
      return say(hasFigures ? 'condition.stale-offline' : 'condition.starting-offline');
    case 'stale-venues':
      return say(hasFigures ? 'condition.stale-venues' : 'condition.no-venues');
    case 'spot':
    case 'future':
    case 'not-listed':
      return say(`condition.${condition}`, { base });
    default:
      return say(`condition.${condition}`);
  }
}
