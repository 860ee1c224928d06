import { beforeAll, describe, expect, test } from 'vitest';

import { expectedForcedMap } from '../../../core/engine/forecast/forced-map.ts';
import { forecastAt } from '../../../core/engine/forecast/forecaster.ts';
import { exposureIntervals, type PriceRange } from '../../../core/engine/forecast/intervals.ts';
import { atRiskTo } from '../../../core/engine/ladder.ts';
import { createStockAnchor, type StockAnchor, takeStock } from '../../../core/engine/public/stock-anchor.ts';
import { calibrated, hyperliquidPositions, januaryMarket } from '../../support/january-market.ts';
import { exposureBetweenUsd } from './truth.ts';

const SEEDS = [1, 2, 3];
const EVERY_S = 2 * 86_400;
/** The first ten days warm up. */
const FROM_S = 10 * 86_400;
const REACHES = [0.02, 0.04, 0.06, 0.08, 0.1, 0.15, 0.2];

/** How many public positions there are for one that is known; null: none is known. */
const KNOWN = { 'forced orders alone': null, 'one in eight public positions': 8, 'all public positions': 1 };

type Knowledge = keyof typeof KNOWN;

const covered: Record<Knowledge, boolean[]> = {
  'forced orders alone': [],
  'one in eight public positions': [],
  'all public positions': [],
};

/** Whether the interval of the dollars from the price to each rung holds the truth, every other day of one market. */
function walk(seed: number): void {
  const january = januaryMarket(seed);
  const startS = january.bars.openTimeS[0]!;
  const anchors: Partial<Record<Knowledge, StockAnchor>> = {};
  calibrated(january, (forecaster, atS, price) => {
    if (atS - startS < FROM_S || (atS - startS) % EVERY_S !== 0) return;
    const { inventory, calibration } = forecaster.state;
    const shown = hyperliquidPositions(january.coin, atS);
    const rungs = REACHES.flatMap((reach) => [price * Math.exp(-reach), price * Math.exp(reach)]);
    const ranges = rungs.map((rung): PriceRange => {
      const side = rung < price ? 'long' : 'short';
      return { side, low: Math.min(rung, price), high: Math.max(rung, price) };
    });
    const truths = ranges.map(({ side, low, high }) =>
      exposureBetweenUsd(january.coin, atS, side, low, high),
    );
    for (const [name, oneIn] of Object.entries(KNOWN) as [Knowledge, number | null][]) {
      const positions = oneIn === null ? [] : shown.filter((_, index) => index % oneIn === 0);
      const anchor = takeStock(anchors[name] ?? createStockAnchor(), inventory, positions, atS);
      anchors[name] = anchor;
      const map = expectedForcedMap(forecastAt(forecaster, atS, { price, known: { positions, anchor } }));
      exposureIntervals(inventory, calibration, ranges, anchor).forEach(({ p10, p90 }, index) => {
        const estimate = atRiskTo(map, price, rungs[index]!).exposureUsd;
        const truth = truths[index]!;
        covered[name].push(truth >= estimate * p10 && truth <= estimate * p90);
      });
    }
  });
}

describe('the interval of the dollars at risk covers the truth 70 to 90 times in a hundred', () => {
  beforeAll(() => SEEDS.forEach(walk), 120_000);

  test.each(Object.keys(KNOWN) as Knowledge[])('with %s', (name) => {
    const share = covered[name].filter(Boolean).length / covered[name].length;

    console.log(
      `coverage on the simulated exchange, ${name}: ${(100 * share).toFixed(0)} % of ${covered[name].length}`,
    );
    expect(share).toBeGreaterThan(0.7);
    expect(share).toBeLessThan(0.9);
  });

  test('together 76 to 84 times', () => {
    const held = Object.values(covered).flat();

    const share = held.filter(Boolean).length / held.length;

    expect(share).toBeGreaterThan(0.76);
    expect(share).toBeLessThan(0.84);
  });
});
