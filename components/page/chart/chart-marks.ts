import { say } from '../../../core/i18n/say.ts';
import type { MarketReport } from '../../../core/market/market-report.ts';
import type { PositionSide } from '../../../core/market/forced-order.ts';
import type { OwnMark } from './own-marks.ts';

/** A cluster as a band of the chart. */
export interface ChartBand {
  readonly side: PositionSide;
  readonly low: number;
  readonly peak: number;
  readonly high: number;
  /** Dollars that would break in it, estimate. */
  readonly usd: number;
  /** Its dollars as a share of the largest band of its side. */
  readonly share: number;
}

/** What stands on a chart. */
export interface ChartMarks {
  readonly bands: readonly ChartBand[];
  readonly levels: readonly ChartLevel[];
  /** Of the user's own positions. */
  readonly own: readonly OwnMark[];
}

/** A key level. */
export interface ChartLevel {
  readonly price: number;
  /** What has become of it, in a word; empty where it has not been touched. */
  readonly state: string;
}

/** What of a report stands on a chart. @param report with prices in the units of the page */
export function chartMarks({ clusters, levels }: MarketReport): Omit<ChartMarks, 'own'> {
  const most = { long: 0, short: 0 };
  for (const { side, exposureUsd } of clusters) most[side] = Math.max(most[side], exposureUsd.p50);
  return {
    bands: clusters.map(({ side, low, peak, high, exposureUsd: { p50: usd } }) => ({
      side,
      low,
      peak,
      high,
      usd,
      share: usd / (most[side] || 1),
    })),
    levels: levels.map(({ side, low, high, state }) => ({
      price: side === 'resistance' ? high : low,
      state: state === 'untouched' ? '' : say(`chart.level.${state}`),
    })),
  };
}
