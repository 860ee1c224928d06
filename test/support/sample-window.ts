import { windowOf, type WindowRequest } from '../../core/engine/history/window.ts';
import { COLUMN_BINS, packColumns } from '../../core/engine/history/map-history.ts';
import { FINE_COLUMN_S, type MapWindow } from '../../core/market/map-window.ts';
import type { HeardOrders } from '../../core/market/heard-orders.ts';
import type { LevelsAt } from '../../core/market/past-levels.ts';
import { DAY_MS } from '../../core/market/time.ts';
import { SAMPLE_AT } from './sample-report.ts';

const LOG_STEP = 0.001;
const LAST_PRICE = 90_912;
const DAYS = 30;

/** A price that wanders and ends at that of the sample report. */
const priceAt = (hoursAgo: number): number =>
  LAST_PRICE *
  (1 + 0.02 * Math.sin(hoursAgo / 5) * Math.min(1, hoursAgo / 6) + 0.05 * Math.sin(hoursAgo / 70));

/** Bands that gather over time: where, from when until when before now in hours, and dollars at the end. */
const BANDS = [
  [94_500, 60, 0, 230e6],
  [96_400, 300, 0, 85e6],
  [98_500, 700, 0, 65e6],
  [93_000, 40, 8, 120e6],
  [89_300, 50, 6, 90e6],
  [87_100, 260, 0, 250e6],
  [84_350, 500, 0, 290e6],
  [80_700, 700, 0, 150e6],
] as const;
const WIDTH = 0.0025;

const kept = packColumns(
  Array.from({ length: DAYS * 96 }, (_, index) => {
    const atS = Math.floor(SAMPLE_AT / 1000 / FINE_COLUMN_S) * FINE_COLUMN_S - index * FINE_COLUMN_S;
    const hoursAgo = (index * FINE_COLUMN_S) / 3600;
    const price = priceAt(hoursAgo);
    const priceBin = Math.floor(Math.log(price) / LOG_STEP);
    const firstBin = priceBin - (COLUMN_BINS - 1) / 2;
    const usd = Float64Array.from({ length: COLUMN_BINS }, (_bin, bin) => {
      const log = (firstBin + bin + 0.5) * LOG_STEP;
      if (Math.abs(log - Math.log(price)) < 0.004) return 0;
      return BANDS.reduce(
        (sum, [at, from, until, most]) => {
          if (hoursAgo > from || hoursAgo < until) return sum;
          const grown = 1 - (hoursAgo - until) / (from - until);
          return sum + most * grown * Math.exp(-0.5 * ((log - Math.log(at)) / WIDTH) ** 2);
        },
        4e6 * (1 + Math.sin(log * 90) ** 2),
      );
    });
    return { atS, price, logStep: LOG_STEP, firstBin, usd, totalLongUsd: 31e9, totalShortUsd: 31e9 };
  }).toReversed(),
);

/** A window of a past that goes with the sample report: bands gather, and two of them are swept. */
export const buildMapWindow = (asked: WindowRequest): MapWindow => windowOf(kept, LOG_STEP, asked);

/** A resistance and a support around the price of each daily close; the resistance of a day is named after it. */
export const buildPastLevels = (): readonly LevelsAt[] =>
  Array.from({ length: 31 }, (_, index) => {
    const atMs = Math.floor(SAMPLE_AT / DAY_MS - 30 + index) * DAY_MS;
    const price = priceAt((SAMPLE_AT - atMs) / 3_600_000);
    const level = (side: 'support' | 'resistance', at: number, score: number) => ({
      id: `${side}-${atMs}`,
      kind: 'swing-zone',
      side,
      low: Math.round(at),
      high: Math.round(at),
      score,
      sources: [],
      touches: 2,
      state: 'rejected' as const,
      stateAt: atMs,
    });
    return {
      atMs,
      atr1dUsd: 0.025 * price,
      levels: [level('resistance', 1.03 * price, 0.8), level('support', 0.96 * price, 0.7)],
    };
  });

/** What was heard while the price moved: the faster, the more. */
export const buildHeardOrders = (): HeardOrders => ({
  orders: Array.from({ length: 120 }, (_, index) => {
    const hoursAgo = (120 - index) / 4;
    const [price, before] = [priceAt(hoursAgo), priceAt(hoursAgo + 0.5)];
    const side = price < before ? ('long' as const) : ('short' as const);
    const usd = 2e4 + 4e8 * Math.abs(price / before - 1) * (0.2 + ((index * 37) % 10) / 10);
    return { atMs: SAMPLE_AT - hoursAgo * 3_600_000, side, price, usd, venue: 'bybit' as const };
  }),
  isCut: false,
  isSampled: true,
});
