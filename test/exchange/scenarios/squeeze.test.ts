import { describe, expect, test } from 'vitest';

import { Market } from '../market/market.ts';
import { JANUARY_2026 } from './january-2026.ts';
import { squeeze } from './squeeze.ts';

const BTC = { ...JANUARY_2026, coins: JANUARY_2026.coins.filter(({ base }) => base === 'BTC') };

/** A market that begins at a time, and a wait that passes its time. */
function grow(startMs: number) {
  let clockMs = startMs;
  const market = new Market(BTC, 1, () => clockMs);
  const prices: number[] = [];
  const wait = async (seconds: number): Promise<void> => {
    for (let passed = 0; passed < seconds; passed += 1) {
      clockMs += 1000;
      prices.push(market.priceOf('BTC'));
    }
  };
  return { market, wait, prices };
}

const forcedShorts = (market: Market, sinceMs: number): number =>
  market
    .coin('BTC')
    .forcedCloses.filter(({ atS, side }) => side === 'short' && atS * 1000 >= sinceMs)
    .reduce((usd, close) => usd + close.sizeBase * close.firedPrice, 0);

describe('a squeeze', () => {
  test.each([
    ['early in a bar', Date.UTC(2026, 0, 12, 12, 1), 65],
    ['late in a bar, with the next', Date.UTC(2026, 0, 12, 12, 4, 10), 116],
  ])('%s sweeps the shorts above the price without a jump', async (_when, startMs, seconds) => {
    const { market, wait, prices } = grow(startMs);
    const before = market.priceOf('BTC');
    const waiting = market.exposureBetweenUsd('BTC', 'short', 92_600, 94_200, startMs / 1000 - 300);

    await squeeze(market, wait);

    expect(prices).toHaveLength(seconds);
    expect(before).toBeLessThan(91_500);
    expect(prices.at(-1)).toBeCloseTo(95_200, 6);
    const steps = prices.slice(1).map((price, index) => Math.abs(price - prices[index]!));
    expect(Math.max(...steps)).toBeLessThan(150);
    expect(waiting).toBeGreaterThan(5e8);
    expect(forcedShorts(market, startMs)).toBeGreaterThan(0.5 * waiting);
  });

  test('fires each order when the price is there, and the bar has been everywhere that the price was', async () => {
    const startMs = Date.UTC(2026, 0, 12, 12, 1);
    const { market, wait, prices } = grow(startMs);

    await squeeze(market, wait);

    const shorts = market
      .coin('BTC')
      .forcedCloses.filter(({ atS, side }) => side === 'short' && atS * 1000 >= startMs);
    expect(shorts.length).toBeGreaterThan(10);
    for (const { atS, firedPrice } of shorts) {
      const second = Math.floor(atS - startMs / 1000);
      expect(firedPrice).toBeLessThanOrEqual((prices[second + 1] ?? prices.at(-1)!) + 1);
      expect(firedPrice).toBeGreaterThanOrEqual((prices[second - 2] ?? 0) - 1);
    }
    expect(market.currentBar('BTC').high).toBeGreaterThanOrEqual(Math.max(...prices));
    expect(market.currentBar('BTC').close).toBe(prices.at(-1));
  });

  test('stays in the bars that follow', async () => {
    const { market, wait } = grow(Date.UTC(2026, 0, 12, 12, 1));
    await squeeze(market, wait);

    await wait(900);

    expect(market.priceOf('BTC') / 95_200).toBeCloseTo(1, 2);
  });
});
