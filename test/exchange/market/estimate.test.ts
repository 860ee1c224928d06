import { expect, test } from 'vitest';

import { atRiskTo, findClusters, liquidationMap, rebuildInventory } from '../../../core/engine/index.ts';
import { type Bars, createBars } from '../../../core/market/bars.ts';
import { JANUARY_2026 } from '../scenarios/january-2026.ts';
import type { BarColumns } from './bar-columns.ts';
import { Market } from './market.ts';

/** The closed bars that all venues together would show. */
function publicBars(columns: BarColumns, length: number, intervalS: number): Bars {
  const bars = createBars(length, intervalS);
  for (let index = 0; index < length; index++) {
    const bar = columns.at(index);
    bars.openTimeS[index] = bar.openTimeS;
    bars.open[index] = bar.open;
    bars.high[index] = bar.high;
    bars.low[index] = bar.low;
    bars.close[index] = bar.close;
    bars.volumeBase[index] = bar.volumeBase;
    bars.turnoverUsd[index] = bar.volumeBase * bar.close;
    bars.takerBuyBase[index] = bar.takerBuyBase;
    bars.openInterestBase[index] = bar.openInterestBase;
  }
  return bars;
}

test('what the public bars show lets the engine find both figures of the scenario within a factor of 3', () => {
  const scenario = { ...JANUARY_2026, coins: JANUARY_2026.coins.slice(0, 1) };
  const market = new Market(scenario, 1, () => Date.UTC(2026, 0, 12, 12));
  const coin = market.coin('BTC');
  const older = publicBars(coin.hours, coin.hours.length, 3600);

  const inventory = rebuildInventory(publicBars(coin.bars, coin.bars.length - 1, 300), { older });
  const map = liquidationMap(inventory!, 90_900);
  const shorts = findClusters(map, { atr1d: 2200 }).filter((cluster) => cluster.side === 'short');

  const longsUsd = atRiskTo(map, 90_900, 84_000).exposureUsd;
  const shortsUsd = atRiskTo(map, 90_900, 95_000).exposureUsd - atRiskTo(map, 90_900, 94_000).exposureUsd;
  expect(longsUsd).toBeGreaterThan(10.65e9 / 3);
  expect(longsUsd).toBeLessThan(10.65e9 * 3);
  expect(shortsUsd).toBeGreaterThan(1.59e9 / 3);
  expect(shortsUsd).toBeLessThan(1.59e9 * 3);
  expect(shorts.some((cluster) => cluster.low < 95_000 && cluster.high > 94_000)).toBe(true);
}, 60_000);
