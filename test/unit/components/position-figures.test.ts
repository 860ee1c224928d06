import { describe, expect, test } from 'vitest';

import { checkDraft, draftOf, emptyDraft, parseNumber } from '../../../components/popup/position-draft.ts';
import { dollarsBetween, positionFigures } from '../../../components/popup/position-figures.ts';
import type { MapReport } from '../../../core/market/market-report.ts';
import { buildPosition } from '../../support/sample-position.ts';
import { buildReport } from '../../support/sample-report.ts';

describe('numbers as traders type them', () => {
  test.each([
    ['90,912.5', 90_912.5],
    [' 0.25 ', 0.25],
    ['.5', 0.5],
    ['1,23', null],
    ['1e5', null],
    ['-3', null],
    ['', null],
    ['12 k', null],
  ])('%j', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });
});

test('a saved position survives the form', () => {
  const position = buildPosition({ addedMarginUsd: 250, size: { unit: 'base', value: 0.25 } });

  expect(checkDraft(draftOf(position)).position).toEqual(position);
});

test('an empty field is missing, not wrong', () => {
  const check = checkDraft(emptyDraft('id', { venue: 'okx', base: 'BTC', price: null }));

  expect(check.errors).toEqual({});
  expect(check.missing).toEqual(['entryPrice', 'size']);
  expect(check.position).toBeNull();
});

describe('figures of a position', () => {
  test('distance, profit and size follow from the mark price', () => {
    const position = buildPosition({ size: { unit: 'base', value: 0.5 }, entryPrice: 90_000 });

    const figures = positionFigures(position, buildReport({ price: 91_000, atr1dUsd: 2000 }), {});

    const liquidation = figures.liquidation.liquidationPrice ?? NaN;
    expect(figures.notionalUsd).toBe(45_000);
    expect(figures.profitUsd).toBe(500);
    expect(figures.distance?.usd).toBeCloseTo(91_000 - liquidation, 6);
    expect(figures.distance?.atr).toBeCloseTo((91_000 - liquidation) / 2000, 9);
  });

  test('the tiers of the venue are used where they are known', () => {
    const tiers = {
      binance: {
        venue: 'binance',
        instrumentId: 'BTCUSDT',
        basis: 'notional-usd',
        tiers: [{ floor: 0, cap: 1e6, maintenanceRate: 0.05, deductionUsd: 0, maxLeverage: 10 }],
        atMs: 1,
        source: 'venue',
      },
    } as const;
    const position = buildPosition({ size: { unit: 'base', value: 1 }, entryPrice: 100_000 });

    const { liquidation } = positionFigures(position, buildReport(), tiers);

    // Margin 10,000: (100,000 - 10,000) / (1 - 0.05) = 94,736.84.
    expect(liquidation.liquidationPrice).toBeCloseTo(94_736.84, 1);
    expect(liquidation.tiersUsed?.source).toBe('venue');
  });

  test('without a report there is a liquidation price and nothing that needs the market', () => {
    const figures = positionFigures(buildPosition(), null, {});

    expect(figures.liquidation.liquidationPrice).not.toBeNull();
    expect(figures.distance).toBeNull();
    expect(figures.between).toBeNull();
  });

  test('the clusters in between are those of the side that breaks on the way', () => {
    const short = buildPosition({
      side: 'short',
      entryPrice: 91_000,
      margin: { kind: 'leverage', leverage: 20 },
    });

    const figures = positionFigures(short, buildReport(), {});

    // Liquidation near 95,170: shorts at 91,900 and 94,500 break before it, 96,400 after.
    expect(figures.between?.clusters.map((cluster) => cluster.peak)).toEqual([91_900, 94_500]);
  });
});

test('dollars between two prices count a cut bin by its share', () => {
  const map: MapReport = {
    logStep: 0.01,
    firstBin: 0,
    longExposureUsd: [100, 100, 100],
    shortExposureUsd: [0, 0, 0],
    longForcedUsd: [0, 0, 0],
    shortForcedUsd: [0, 0, 0],
    memory: 1,
  };

  // From a quarter into the first bin to the end of the second: 75 + 100.
  expect(dollarsBetween(map, map.longExposureUsd, Math.exp(0.0025), Math.exp(0.02))).toBeCloseTo(175, 9);
});
