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

/** The map's clusters as bands. @param multiplier coins in the unit that the page quotes */
export function chartBands({ clusters }: MarketReport, multiplier: number): readonly ChartBand[] {
  const most = { long: 0, short: 0 };
  for (const { side, exposureUsd } of clusters) most[side] = Math.max(most[side], exposureUsd.p50);
  return clusters.map(({ side, low, peak, high, exposureUsd: { p50: usd } }) => ({
    side,
    low: low * multiplier,
    peak: peak * multiplier,
    high: high * multiplier,
    usd,
    share: usd / (most[side] || 1),
  }));
}

/** @param multiplier coins in the unit that the page quotes */
export const chartLevels = ({ levels }: MarketReport, multiplier: number): readonly ChartLevel[] =>
  levels.map(({ side, low, high, state }) => ({
    price: multiplier * (side === 'resistance' ? high : low),
    state: state === 'untouched' ? '' : say(`chart.level.${state}`),
  }));
