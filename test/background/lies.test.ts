import {
  assert,
  asyncProperty,
  constantFrom,
  double,
  integer,
  oneof,
  record,
  constant,
  type Arbitrary,
} from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';

import type { MarketReport } from '../../core/market/market-report.ts';
import { createLyingMarket } from './support/lying-market.ts';
import type { Lie } from './support/lying-venue.ts';

const RUNS = { seed: 20_261_129, numRuns: 10 };

/** Times of polls in seconds: a lie begins after hours of truth, is looked at in its third poll and later, and ends. */
const BEFORE_S = [0, 7200, 10_770];
const LIE_S = [10_800, 10_830, 10_860, 11_460, 12_660];
const AFTER_S = [12_690, 12_960, 13_260, 13_560, 13_860];
/** From this poll on nothing wrong may be shown. */
const FOUND_S = 10_860;

const offPrice = oneof(
  double({ min: 0.7, max: 0.965, noNaN: true }),
  double({ min: 1.035, max: 1.3, noNaN: true }),
);
const offAmount = oneof(
  double({ min: 0.1, max: 0.5, noNaN: true }),
  double({ min: 2, max: 10, noNaN: true }),
);
const offHours = oneof(integer({ min: -6, max: -1 }), integer({ min: 1, max: 6 }));

const lies: Arbitrary<Lie> = oneof(
  record({ kind: constantFrom('price' as const, 'ticker-price' as const), factor: offPrice }),
  record({
    kind: constantFrom('open-interest' as const, 'volume' as const, 'funding' as const),
    factor: offAmount,
  }),
  offHours.map((hours): Lie => ({ kind: 'late', byS: 3600 * hours })),
  record({
    kind: constantFrom(
      'other-coin' as const,
      'doubled' as const,
      'missing' as const,
      'swapped' as const,
      'spike' as const,
    ),
  }),
  constant<Lie>({ kind: 'open-interest', factor: 10 }),
);

const massOf = (usd: readonly number[] | undefined): number => (usd ?? []).reduce((sum, one) => sum + one, 0);

const ratio = (a: number | null | undefined, b: number | null | undefined): number => (a ?? NaN) / (b ?? NaN);

describe('whatever one venue of four says', () => {
  const honest = new Map<number, MarketReport>();
  beforeAll(async () => {
    const market = createLyingMarket();
    for (const atS of [...BEFORE_S, ...LIE_S, ...AFTER_S]) honest.set(atS, await market.poll(atS));
  }, 60_000);

  test('nothing wrong is shown for longer than two polls, and nothing stays', async () => {
    await assert(
      asyncProperty(lies, async (lie) => {
        const { poll } = createLyingMarket();
        for (const atS of BEFORE_S) await poll(atS);
        for (const atS of LIE_S) {
          const report = await poll(atS, lie);
          if (atS >= FOUND_S) expectNearlyRight(report, honest.get(atS));
        }
        for (const atS of AFTER_S) await poll(atS);
        const last = AFTER_S.at(-1) ?? 0;
        const report = await poll(last + 1);
        if (isSubtle(lie)) expectNearlyRight(report, honest.get(last));
        else expectRight(report, honest.get(last));
      }),
      RUNS,
    );
  }, 300_000);
});

/**
 * Bars in each other's place contradict nothing where the price moved less than venues may differ, and half an hour's
 * volume is no surprise: what stays of such a lie is within what venues differ by.
 */
const isSubtle = ({ kind }: Lie): boolean => kind === 'swapped' || kind === 'volume';

/** A quarter of the market is missing, held or as it was: no figure is off by more than that makes. */
function expectNearlyRight(report: MarketReport, truth: MarketReport | undefined): void {
  expect(Math.abs(Math.log(ratio(report.price, truth?.price)))).toBeLessThan(0.005);
  expect(Math.abs(Math.log(ratio(report.openInterest.usd, truth?.openInterest.usd)))).toBeLessThan(0.03);
  expect(Math.abs(ratio(report.openInterest.peakUsd, truth?.openInterest.peakUsd) - 1)).toBeLessThan(0.03);
  expect(Math.abs((report.positioning.fundingRate8h ?? NaN) - 0.0001)).toBeLessThan(0.0005);
  for (const side of ['longExposureUsd', 'shortExposureUsd'] as const) {
    expect(Math.abs(Math.log(ratio(massOf(report.map?.[side]), massOf(truth?.map?.[side]))))).toBeLessThan(
      0.1,
    );
  }
  expect(report.warnings).toEqual(truth?.warnings);
}

function expectRight(report: MarketReport, truth: MarketReport | undefined): void {
  expect(report.map).toEqual(truth?.map);
  expect(report.levels).toEqual(truth?.levels);
  expect(report.clusters).toEqual(truth?.clusters);
  expect(report.openInterest.peakUsd).toBe(truth?.openInterest.peakUsd);
  expect(report.positioning).toEqual(truth?.positioning);
  expect(report.warnings).toEqual(truth?.warnings);
  expect(report.sources.filter(({ code }) => code !== null)).toEqual([]);
}
