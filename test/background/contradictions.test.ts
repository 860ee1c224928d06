import { describe, expect, test } from 'vitest';

import type { MarketReport } from '../../core/market/market-report.ts';
import { createLyingMarket } from './support/lying-market.ts';

/** Exposure of both sides, USD. */
const massOf = ({ map }: MarketReport): number =>
  [...(map?.longExposureUsd ?? []), ...(map?.shortExposureUsd ?? [])].reduce((sum, usd) => sum + usd, 0);

const asidesOf = ({ sources }: MarketReport) =>
  sources.flatMap(({ venue, kind, aside }) => (aside === undefined ? [] : [{ venue, kind, ...aside }]));

describe('two venues that contradict each other alone', () => {
  test('are both not believed at first sight, and that is said of both', async () => {
    const { poll } = createLyingMarket(['binance', 'bybit']);

    const report = await poll(0, { kind: 'price', factor: 111 });

    expect(report).toMatchObject({ price: null, map: null, clusters: [] });
    expect(asidesOf(report)).toMatchObject([
      { venue: 'binance', kind: 'ticker', quantity: 'price', believed: null, by: 'nobody' },
      { venue: 'bybit', kind: 'ticker', quantity: 'price', believed: null, by: 'nobody' },
    ]);
  });

  test('are decided between by what was known before', async () => {
    const { poll } = createLyingMarket(['binance', 'bybit']);
    const honest = createLyingMarket(['binance', 'bybit']);
    await poll(0);
    await honest.poll(0);

    const report = await poll(30, { kind: 'price', factor: 1.15 });

    expect(report.price).toBe((await honest.poll(30)).price);
    expect(asidesOf(report)).toMatchObject([{ venue: 'binance', quantity: 'price', by: 'past' }]);
  });
});

describe('one venue of several', () => {
  test('15 % above the others is set aside by name; price and map go on without it, its mark stays its own', async () => {
    const { poll } = createLyingMarket();
    const honest = createLyingMarket();
    await poll(0);
    await honest.poll(0);

    const report = await poll(30, { kind: 'price', factor: 1.15 });

    const truth = await honest.poll(30);
    expect(report.price).toBe(truth.price);
    expect(massOf(report) / massOf(truth)).toBeCloseTo(1, 2);
    expect(report.warnings).toEqual(truth.warnings);
    expect(asidesOf(report)).toMatchObject([
      { venue: 'binance', kind: 'ticker', quantity: 'price', by: 'others', others: 3, believed: truth.price },
    ]);
    expect(report.marks?.find(({ venue }) => venue === 'binance')).toMatchObject({
      price: 1.15 * (truth.price ?? NaN),
      isAside: true,
    });
  });

  test.each([10, 0])('whose open interest is x%s of what it was is held at that', async (factor) => {
    const { poll } = createLyingMarket();
    await poll(0);

    const report = await poll(30, { kind: 'open-interest', factor });

    expect(report.openInterest.base).toBeCloseTo(4 * 5340, -2);
    expect(asidesOf(report)).toMatchObject([
      { venue: 'binance', kind: 'open-interest', quantity: 'open-interest', by: 'others', others: 3 },
    ]);
  });

  test.each([10, 0])(
    'that tells x%s of its open interest for an hour leaves no peak, fall or map of it',
    async (factor) => {
      const { poll } = createLyingMarket();
      const honest = createLyingMarket();
      await poll(0);
      await honest.poll(0);
      for (let atS = 600; atS <= 3600; atS += 600) await poll(atS, { kind: 'open-interest', factor });
      for (let atS = 600; atS <= 3600; atS += 600) await honest.poll(atS);

      for (let atS = 3900; atS < 4800; atS += 300) {
        await honest.poll(atS);
        await poll(atS);
      }

      const report = await poll(4800);
      const truth = await honest.poll(4800);
      expect(report.openInterest.peakUsd).toBe(truth.openInterest.peakUsd);
      expect(report.map).toEqual(truth.map);
      expect(report.warnings).toEqual(truth.warnings);
      expect(asidesOf(report)).toEqual([]);
    },
    30_000,
  );

  test('that pays -90 % of funding is said to, and does not move the market’s', async () => {
    const { poll } = createLyingMarket();
    await poll(0);

    const report = await poll(30, { kind: 'funding', factor: -9000 });

    expect(report.positioning.fundingRate8h).toBeCloseTo(0.0001, 12);
    expect(asidesOf(report)).toMatchObject([{ venue: 'binance', quantity: 'funding', told: -0.9 }]);
  });

  test('that pays -90 % of funding from the first is not believed, even alone', async () => {
    const { poll } = createLyingMarket(['binance']);

    const report = await poll(0, { kind: 'funding', factor: -9000 });

    expect(report.positioning.fundingRate8h).toBeNull();
    expect(asidesOf(report)).toMatchObject([{ quantity: 'funding', by: 'past' }]);
  });
});

test('a bar with a high of 1e17 from the only venue costs that bar, is asked again, and loading goes on', async () => {
  const { poll } = createLyingMarket(['binance']);
  const honest = createLyingMarket(['binance']);

  const during = await poll(0, { kind: 'spike' });
  expect(during.warmUp.done).toBe(true);
  expect(during.atRisk.every(({ exposureUsd }) => exposureUsd < 1e6)).toBe(true);
  await honest.poll(0);
  for (const atS of [60, 120, 180, 240, 300, 360]) await poll(atS);
  const after = await poll(400);
  const truth = await honest.poll(400);

  expect(after.map).not.toBeNull();
  expect(after.map).toEqual(truth.map);
});

test('where every venue says that the price has trebled at once, the last known one stays, with its age', async () => {
  const { poll } = createLyingMarket(['binance', 'bybit'], ['binance', 'bybit']);
  // A bar has just closed; the next one would bear the others out.
  const before = await poll(10);

  const report = await poll(40, { kind: 'ticker-price', factor: 3 });

  expect(report.price).toBeCloseTo(before.price ?? NaN, 0);
  expect(report.at).toBeLessThan(before.at);
  expect(report.map).not.toBeNull();
  expect(report.warnings).toEqual(before.warnings);
  expect(asidesOf(report)).toMatchObject([
    { venue: 'binance', by: 'past' },
    { venue: 'bybit', by: 'past' },
  ]);
});
