import { describe, expect, test } from 'vitest';

import { expectedForcedMap } from '../../../core/engine/forecast/forced-map.ts';
import { type Forecaster, forecastAt } from '../../../core/engine/forecast/forecaster.ts';
import { atRiskTo } from '../../../core/engine/ladder.ts';
import { findClusters, liquidationMap, rebuildInventory } from '../../../core/engine/index.ts';
import { createStockAnchor, takeStock } from '../../../core/engine/public/stock-anchor.ts';
import type { LiquidationMap } from '../../../core/market/liquidation-map.ts';
import type { PublicPosition } from '../../../core/market/public-position.ts';
import {
  calibrated,
  hyperliquidPositions,
  januaryMarket,
  NOW_S,
  PRICE,
} from '../../support/january-market.ts';
import {
  createDollarWatch,
  type DollarCoverage,
  KNOWLEDGE,
  type Knowledge,
} from '../../support/dollar-coverage.ts';
import { coverageText, type EdgeCoverage, edgeCoverage, trueMap } from '../../support/edge-coverage.ts';
import type { CoinMarket } from './coin-market.ts';
import { exposureBetweenUsd, truthAt } from './truth.ts';

/** Truth over estimate of the scenario's two figures: longs down to 84,000, shorts from 94,000 to 95,000. */
function factorsOf(coin: CoinMarket, map: LiquidationMap): readonly number[] {
  const to = (price: number): number => atRiskTo(map, PRICE, price).exposureUsd;
  return [
    exposureBetweenUsd(coin, NOW_S, 'long', 84_000, PRICE) / to(84_000),
    exposureBetweenUsd(coin, NOW_S, 'short', 94_000, 95_000) / (to(95_000) - to(94_000)),
  ];
}

/** By how much the worse of both figures is off, in either direction. */
const worst = (factors: readonly number[]): number =>
  Math.max(...factors.map((factor) => Math.max(factor, 1 / factor)));

const show = (what: string, factors: readonly number[]): void =>
  console.log(`truth over estimate, ${what}: ${factors.map((factor) => factor.toFixed(2)).join(' and ')}`);

function mapWith(forecaster: Forecaster, positions: readonly PublicPosition[]): LiquidationMap {
  const anchor = takeStock(createStockAnchor(), forecaster.state.inventory, positions, NOW_S);
  return expectedForcedMap(forecastAt(forecaster, NOW_S, { price: PRICE, known: { positions, anchor } }));
}

test('what the public bars show lets the engine find both figures of the scenario within a factor of 3', () => {
  const { coin, bars, older } = markets[0]!.january;

  const map = liquidationMap(rebuildInventory(bars, { older })!, PRICE);
  const shorts = findClusters(map, { atr1d: 2200 }).filter((cluster) => cluster.side === 'short');

  expect(worst(factorsOf(coin, map))).toBeLessThan(3);
  expect(shorts.some((cluster) => cluster.low < 95_000 && cluster.high > 94_000)).toBe(true);
}, 60_000);

/** What is looked at in a market on its course: intervals of dollars after ten days that warm up, of edges every day. */
const DOLLARS_FROM_S = 10 * 86_400;
const DOLLARS_EVERY_S = 2 * 86_400;
const EDGES_EVERY_S = 86_400;
const ATR_1D = 2200;

/** The market of a seed, a forecaster that has seen it, and what its intervals held on the way. */
function watchMarket(seed: number) {
  const january = januaryMarket(seed);
  const startS = january.bars.openTimeS[0]!;
  const lookAtDollars = createDollarWatch(january);
  const dollars: DollarCoverage[] = [];
  const edges: EdgeCoverage[] = [];
  const forecaster = calibrated(january, (watched, atS, price) => {
    const passedS = atS - startS;
    if (passedS >= DOLLARS_FROM_S && passedS % DOLLARS_EVERY_S === 0)
      dollars.push(lookAtDollars(watched, atS, price));
    if (seed === 1 && atS % EDGES_EVERY_S === 0) {
      const { logStep, firstBin, longBase, shortBase } = truthAt(january.coin, atS);
      const truth = trueMap(price, { logStep, firstBin, long: longBase, short: shortBase });
      edges.push(edgeCoverage(watched.state, forecastAt(watched, atS, { price }).map, truth, ATR_1D));
    }
  });
  return { january, forecaster, positions: hyperliquidPositions(january.coin, NOW_S), dollars, edges };
}

const SEEDS = [1, 2, 3] as const;
const markets = SEEDS.map(watchMarket);

describe.each(SEEDS)('in the market of seed %i', (seed) => {
  const { january, forecaster, positions } = markets[SEEDS.indexOf(seed)]!;

  test('calibration on the forced orders that Bybit printed alone keeps both figures within a factor of 3.5', () => {
    const { map } = forecastAt(forecaster, NOW_S, { price: PRICE });

    // Who dies here opened in the last four days, otherwise than usual, and was not swept yet: no print speaks of them.
    const factors = factorsOf(january.coin, map);
    show('forced orders', factors);
    expect(worst(factors)).toBeLessThan(3.5);
  });

  test('the positions that Hyperliquid shows bring both figures within a factor of 1.5', () => {
    const factors = factorsOf(january.coin, mapWith(forecaster, positions));

    show('forced orders and public positions', factors);
    expect(worst(factors)).toBeLessThan(1.5);
  });

  test('one in eight of those positions does not make either figure worse', () => {
    const some = positions.filter((_, index) => index % 8 === 0);
    const without = factorsOf(january.coin, forecastAt(forecaster, NOW_S, { price: PRICE }).map);

    const factors = factorsOf(january.coin, mapWith(forecaster, some));

    show(`forced orders and ${some.length} public positions`, factors);
    factors.forEach((factor, index) =>
      expect(Math.abs(Math.log(factor))).toBeLessThan(Math.abs(Math.log(without[index]!))),
    );
  });
});

const heldShare = (held: readonly boolean[]): number => held.filter(Boolean).length / held.length;

describe('the interval of the dollars at risk covers the truth 70 to 90 times in a hundred', () => {
  const heldWith = (name: Knowledge): readonly boolean[] =>
    markets.flatMap(({ dollars }) => dollars.flatMap((one) => one[name]));

  test.each(KNOWLEDGE)('with %s', (name) => {
    const held = heldWith(name);
    const share = heldShare(held);

    console.log(
      `coverage on the simulated exchange, ${name}: ${(100 * share).toFixed(0)} % of ${held.length}`,
    );
    expect(share).toBeGreaterThan(0.7);
    expect(share).toBeLessThan(0.9);
  });

  test('together 76 to 84 times', () => {
    const share = heldShare(KNOWLEDGE.flatMap(heldWith));

    expect(share).toBeGreaterThan(0.76);
    expect(share).toBeLessThan(0.84);
  });
});

test('the interval of a cluster’s edges covers the true edges 70 to 90 times in a hundred', () => {
  const { share, text } = coverageText(markets[0]!.edges);

  console.log(text);
  expect(share).toBeGreaterThan(0.7);
  expect(share).toBeLessThan(0.9);
});
