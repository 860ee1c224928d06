import { describe, expect, test } from 'vitest';
import { createCalibration } from '../../../core/engine/forecast/calibration.ts';
import { createMixture } from '../../../core/engine/forecast/mixture.ts';
import { aggregateVenues, barsUntil, liquidationMap, rebuildInventory } from '../../../core/engine/index.ts';
import { buildReport, type ReportFacts } from '../../../core/report/build-report.ts';
import { buildBars, FIRST_BAR_S, wanderingBars } from '../../support/build-bars.ts';

const AT_MS = (FIRST_BAR_S + 30 * 86_400) * 1000;

function buildInput(overrides: Partial<ReportFacts> = {}): ReportFacts {
  return {
    market: 'BTCUSDT',
    nowMs: AT_MS,
    price: 90_000,
    tickSize: 0.1,
    warmUp: { barsLoaded: 0, barsNeeded: 8640, done: false },
    view: null,
    aggregated: null,
    venues: [],
    sources: [],
    outlook: { daily: [], nowMs: AT_MS, books: [], coverage: 1, survival: null, dailyVolumeUsd: null },
    beside: {},
    ...overrides,
  };
}

function buildFullInput(): ReportFacts {
  const bars = wanderingBars(8640);
  const aggregated = aggregateVenues([{ venue: 'binance', bars }], { fromS: 0, untilS: Infinity });
  const inventory = rebuildInventory(aggregated.bars);
  if (inventory === null) throw new Error('bars without open interest');
  const price = inventory.lastPrice;
  const state = { inventory, calibration: createCalibration(), mixture: createMixture() };
  return buildInput({
    price,
    aggregated,
    view: { map: liquidationMap(inventory, price), state, skill: null },
    venues: [venue('binance', 100, 0.0001, 0.6), venue('bybit', 300, 0.0003, null)],
  });
}

const venue = (
  name: 'binance' | 'bybit',
  openInterestBase: number | null,
  fundingRate8h: number | null,
  longShare: number | null,
): ReportFacts['venues'][number] => ({
  venue: name,
  ticker: {
    atMs: AT_MS - 1000,
    markPrice: 90_000,
    indexPrice: null,
    openInterestBase,
    fundingRate8h,
    nextFundingAtMs: null,
  },
  accountRatio: longShare === null ? null : { atMs: AT_MS, longShare },
  bars: null,
});

/** Thirty days of one venue; built once, because nothing changes it. */
const FULL_INPUT = buildFullInput();

/** Paths of numbers in `value` that are not finite, and of missing values. */
function unusable(value: unknown, path: string): readonly string[] {
  if (value === undefined) return [path];
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => unusable(inner, `${path}.${key}`));
}

describe('the report', () => {
  test('of a full market holds finite numbers or null only, in less than 50 kB', () => {
    const report = buildReport(FULL_INPUT);

    expect(unusable(report, 'report')).toEqual([]);
    expect(JSON.stringify(report).length).toBeLessThan(50_000);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  test('of nothing is complete, with null and empty for what is unknown', () => {
    const report = buildReport(buildInput({ price: null }));

    expect(unusable(report, 'report')).toEqual([]);
    expect(report.map).toBeNull();
    expect(report.openInterest).toEqual({
      base: null,
      usd: null,
      peakUsd: null,
      peakAt: null,
      drawdown: null,
      dayChange: null,
      perVenue: [],
    });
    expect(report.positioning.fundingRate8h).toBeNull();
  });

  test('shows the map in whole dollars within 30 % of the price', () => {
    const { map } = buildReport(FULL_INPUT);
    const { price } = FULL_INPUT;

    expect(map?.longExposureUsd.every((usd) => Number.isInteger(usd))).toBe(true);
    const first = Math.exp((map?.firstBin ?? NaN) * (map?.logStep ?? NaN));
    expect(first / (price ?? NaN)).toBeCloseTo(0.7, 2);
    // ln(1.3) - ln(0.7) = 0.619: 619 steps of 0.1 %, and one for the rounding of each end.
    expect(Math.abs((map?.longExposureUsd.length ?? NaN) - 620)).toBeLessThanOrEqual(1);
  });

  test('weighs funding and accounts by open interest', () => {
    const { positioning } = buildReport(FULL_INPUT);

    // (100 * 0.0001 + 300 * 0.0003) / 400; sixty in a hundred accounts long at the one venue that says.
    expect(positioning.fundingRate8h).toBeCloseTo(0.000_25, 12);
    expect(positioning.longShortAccountRatio).toBeCloseTo(1.5, 12);
    expect(positioning.perVenue.map((one) => one.longShortAccountRatio)).toEqual([
      expect.closeTo(1.5, 12),
      null,
    ]);
  });

  test('tells by how much open interest has changed in a day, by the bars', () => {
    // Bars of six hours: 10 coins at the first, 12 four bars later.
    const bars = buildBars(
      [10, 11, 11, 11, 12].map((openInterestBase) => ({ close: 100, openInterestBase })),
      { intervalS: 21_600 },
    );
    const aggregated = aggregateVenues([{ venue: 'binance', bars }], { fromS: 0, untilS: Infinity });
    const changeOf = (known: typeof aggregated) =>
      buildReport(buildInput({ aggregated: known })).openInterest.dayChange;

    expect(changeOf(aggregated)).toBeCloseTo(0.2, 12);
    expect(changeOf({ ...aggregated, bars: barsUntil(bars, bars.openTimeS[4]!) })).toBeNull();
  });

  test('tells when the next venue settles funding', () => {
    const { venues, nowMs } = FULL_INPUT;
    const at = (nextFundingAtMs: number | null) =>
      buildReport({
        ...FULL_INPUT,
        venues: venues.map((venue, index) => ({
          ...venue,
          ticker: venue.ticker && {
            ...venue.ticker,
            nextFundingAtMs: index === 0 ? nextFundingAtMs : nowMs - 1,
          },
        })),
      }).positioning.nextFundingAt;

    expect(at(nowMs + 3_600_000)).toBe(nowMs + 3_600_000);
    expect(at(null)).toBeNull();
  });

  test('tells of each venue when it settles funding, and how often', () => {
    const { venues, nowMs } = FULL_INPUT;
    const [first, second] = [
      { nextFundingAtMs: nowMs + 60_000, fundingIntervalHours: 4 },
      { nextFundingAtMs: nowMs - 1 },
    ];
    const { perVenue } = buildReport({
      ...FULL_INPUT,
      venues: venues.map((venue, index) => ({
        ...venue,
        ticker: venue.ticker && { ...venue.ticker, ...(index === 0 ? first : second) },
      })),
    }).positioning;

    expect(perVenue[0]).toMatchObject({ nextFundingAt: nowMs + 60_000, fundingIntervalHours: 4 });
    expect(perVenue[1]).not.toHaveProperty('nextFundingAt');
    expect(perVenue[1]).not.toHaveProperty('fundingIntervalHours');
  });

  test('measures open interest against its peak in dollars', () => {
    const bars = buildBars([
      { close: 100, openInterestBase: 10 },
      { close: 120, openInterestBase: 11 },
      { close: 90, openInterestBase: 11 },
    ]);
    const aggregated = aggregateVenues([{ venue: 'binance', bars }], { fromS: 0, untilS: Infinity });

    const { openInterest } = buildReport(
      buildInput({ price: 99, aggregated, venues: [venue('binance', 10, null, null)] }),
    );

    expect(openInterest).toMatchObject({ base: 10, usd: 990, peakUsd: 1320 });
    expect(openInterest.peakAt).toBe((FIRST_BAR_S + 600) * 1000);
    expect(openInterest.drawdown).toBeCloseTo(0.25, 12);
  });

  test('marks a venue whose ticker is silent as held at its last bar', () => {
    const silent = {
      ...venue('binance', null, null, null),
      bars: buildBars([{ close: 90, openInterestBase: 7 }]),
    };

    const { openInterest } = buildReport(buildInput({ venues: [silent] }));

    expect(openInterest.perVenue).toEqual([
      { venue: 'binance', base: 7, usd: 630_000, at: (FIRST_BAR_S + 300) * 1000, held: true },
    ]);
  });

  test('counts takers of the last day only, over the volume of those who say', () => {
    const day = 86_400;
    const bars = buildBars(
      [
        { close: 100, volumeBase: 50, takerBuyBase: 50 },
        { close: 100, volumeBase: 10, takerBuyBase: 7 },
        { close: 100, volumeBase: 10 },
      ],
      { firstS: FIRST_BAR_S, intervalS: day / 2 },
    );
    const aggregated = aggregateVenues([{ venue: 'binance', bars }], { fromS: 0, untilS: Infinity });

    const { positioning } = buildReport(buildInput({ aggregated, nowMs: (FIRST_BAR_S + 1.5 * day) * 1000 }));

    // (7 - 3) / 10.
    expect(positioning.takerImbalance).toBeCloseTo(0.4, 12);
  });

  test('averages true range over the last fourteen whole UTC days', () => {
    const quiet = Array.from({ length: 14 }, () => ({ close: 100, high: 104, low: 98 }));
    const bars = buildBars(
      [...quiet, { close: 130, high: 132, low: 128 }, { close: 200, high: 300, low: 1 }],
      { intervalS: 86_400 },
    );
    const aggregated = aggregateVenues([{ venue: 'binance', bars }], { fromS: 0, untilS: Infinity });

    // Thirteen days of 6, then max(132, 100) - min(128, 100) = 32; the sixteenth day has not ended.
    const { atr1dUsd } = buildReport(buildInput({ aggregated, nowMs: (FIRST_BAR_S + 15.5 * 86_400) * 1000 }));

    expect(atr1dUsd).toBeCloseTo((13 * 6 + 32) / 14, 12);
  });
});
