import { beforeAll, describe, expect, test } from 'vitest';

import { Market } from '../market/market.ts';
import { BTC_ALONE } from './january-2026.ts';
import { squeeze } from './squeeze.ts';

/** Dollars of shorts that wait where the squeeze goes, the price of each second, the shorts that fire, and what comes after. */
async function watchSqueeze(startMs: number) {
  let clockMs = startMs;
  const market = new Market(BTC_ALONE, 1, () => clockMs);
  const prices: number[] = [];
  const wait = async (seconds: number): Promise<void> => {
    for (let passed = 0; passed < seconds; passed += 1) {
      clockMs += 1000;
      prices.push(market.priceOf('BTC'));
    }
  };
  const before = market.priceOf('BTC');
  const waitingUsd = market.exposureBetweenUsd('BTC', 'short', 92_600, 94_200, startMs / 1000 - 300);

  await squeeze(market, wait);

  const seconds = prices.slice();
  const bar = market.currentBar('BTC');
  const shorts = market
    .coin('BTC')
    .forcedCloses.filter(({ atS, side }) => side === 'short' && atS * 1000 >= startMs);
  await wait(900);
  return { startMs, before, waitingUsd, prices: seconds, bar, shorts, after: market.priceOf('BTC') };
}

type Squeeze = Awaited<ReturnType<typeof watchSqueeze>>;

describe('a squeeze', () => {
  let early: Squeeze;
  let late: Squeeze;
  beforeAll(async () => {
    early = await watchSqueeze(Date.UTC(2026, 0, 12, 12, 1));
    late = await watchSqueeze(Date.UTC(2026, 0, 12, 12, 4, 10));
  }, 60_000);

  test.each([
    ['early in a bar', () => early, 65],
    ['late in a bar, with the next', () => late, 116],
  ])('%s sweeps the shorts above the price without a jump', (_when, squeezed, seconds) => {
    const { before, waitingUsd, prices, shorts } = squeezed();

    expect(prices).toHaveLength(seconds);
    expect(before).toBeLessThan(91_500);
    expect(prices.at(-1)).toBeCloseTo(95_200, 6);
    const steps = prices.slice(1).map((price, index) => Math.abs(price - prices[index]!));
    expect(Math.max(...steps)).toBeLessThan(150);
    expect(waitingUsd).toBeGreaterThan(5e8);
    const forcedUsd = shorts.reduce((usd, close) => usd + close.sizeBase * close.firedPrice, 0);
    expect(forcedUsd).toBeGreaterThan(0.5 * waitingUsd);
  });

  test('fires each order when the price is there, and the bar has been everywhere that the price was', () => {
    const { startMs, prices, shorts, bar } = early;

    expect(shorts.length).toBeGreaterThan(10);
    for (const { atS, firedPrice } of shorts) {
      const second = Math.floor(atS - startMs / 1000);
      expect(firedPrice).toBeLessThanOrEqual((prices[second + 1] ?? prices.at(-1)!) + 1);
      expect(firedPrice).toBeGreaterThanOrEqual((prices[second - 2] ?? 0) - 1);
    }
    expect(bar.high).toBeGreaterThanOrEqual(Math.max(...prices));
    expect(bar.close).toBe(prices.at(-1));
  });

  test('stays in the bars that follow', () => {
    expect(early.after / 95_200).toBeCloseTo(1, 2);
  });
});
