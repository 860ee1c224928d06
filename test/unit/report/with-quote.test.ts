import { describe, expect, test } from 'vitest';

import type { Quote } from '../../../core/market/quote.ts';
import { pricedAtOf, withQuote } from '../../../core/report/with-quote.ts';
import { buildReport } from '../../support/sample-report.ts';

const [cluster] = buildReport().clusters;
if (cluster === undefined) throw new Error('no cluster');

const report = buildReport({
  market: 'BTCUSDT',
  at: 1_000,
  price: 100,
  marks: [
    { venue: 'binance', price: 100.1, at: 1_000, isAside: false },
    { venue: 'okx', price: 99.9, at: 1_000, isAside: false },
  ],
  clusters: [
    { ...cluster, id: 'long', side: 'long', low: 80, high: 90, distance: -0.1 },
    { ...cluster, id: 'short', side: 'short', low: 120, high: 130, distance: 0.2 },
  ],
  openInterest: {
    base: 10,
    usd: 1_000,
    peakUsd: 2_000,
    peakAt: 0,
    drawdown: 0.5,
    dayChange: null,
    perVenue: [],
  },
});

const quoteOf = (more: Partial<Quote>): Quote => ({
  market: 'BTCUSDT',
  at: 6_000,
  price: 96,
  venueMark: { venue: 'binance', price: 96.2, at: 6_000 },
  openInterestUsd: 1_200,
  fundingRate8h: 0.0003,
  nextFundingAt: null,
  dayChange: null,
  ...more,
});

const distances = (told: Quote) => withQuote(report, told).clusters.map(({ distance }) => distance);

describe('a report with a newer quote', () => {
  test('has its price, mark, open interest and funding', () => {
    const now = withQuote(report, quoteOf({}));

    expect(now.price).toBe(96);
    expect(pricedAtOf(now)).toBe(6_000);
    expect(now.marks).toContainEqual({ venue: 'binance', price: 96.2, at: 6_000, isAside: false });
    expect(now.marks).toContainEqual({ venue: 'okx', price: 99.9, at: 1_000, isAside: false });
    expect(now.openInterest).toMatchObject({ usd: 1_200, drawdown: 0.4 });
    expect(now.positioning.fundingRate8h).toBe(0.0003);
  });

  test('has its clusters as far away as they are from there', () => {
    // 90 / 96 - 1 and 120 / 96 - 1.
    expect(distances(quoteOf({}))).toEqual([-0.0625, 0.25]);
  });

  test('has no distance to a cluster that the price has come into', () => {
    expect(distances(quoteOf({ price: 85 }))[0]).toBe(0);
    expect(distances(quoteOf({ price: 125 }))[1]).toBe(0);
  });

  test('keeps its own age, map and chances', () => {
    const now = withQuote(report, quoteOf({}));

    expect(now.at).toBe(1_000);
    expect(now.map).toBe(report.map);
    expect(now.levels).toBe(report.levels);
    expect(now.clusters[0]?.touch).toBe(report.clusters[0]?.touch);
  });

  test('keeps its own figures where the quote does not know', () => {
    const nothing = { price: null, venueMark: null, openInterestUsd: null, fundingRate8h: null };
    const now = withQuote(report, quoteOf(nothing));

    expect(now).toEqual(report);
    expect(pricedAtOf(now)).toBe(1_000);
  });
});

test('a quote of another market, or one that the report is newer than, changes nothing', () => {
  expect(withQuote(report, quoteOf({ market: 'ETHUSDT' }))).toBe(report);
  expect(withQuote(report, quoteOf({ at: 1_000 }))).toBe(report);
  expect(withQuote(report, null)).toBe(report);
});
