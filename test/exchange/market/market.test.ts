import { beforeAll, describe, expect, test } from 'vitest';

import { INSTALLED_VENUES } from '../../../core/venues/origins.ts';
import { BTC_ALONE, JANUARY_2026 } from '../scenarios/january-2026.ts';
import { Market } from './market.ts';
import { venueBars } from './venue-series.ts';

const NOON = Date.UTC(2026, 0, 12, 12);
const NOON_S = NOON / 1000;
/** A lighter coin, for what holds of every market. */
const ETH_ONLY = { ...JANUARY_2026, coins: JANUARY_2026.coins.slice(1, 2) };
const grow = (seed: number, nowMs = NOON) => new Market(ETH_ONLY, seed, () => nowMs);

describe('the scenario of January 2026', () => {
  let market: Market;
  beforeAll(() => {
    market = new Market(BTC_ALONE, 1, () => NOON);
  }, 60_000);

  test('stands at 90,900 with 62 billion dollars of open interest', () => {
    expect(market.priceOf('BTC')).toBeCloseTo(90_900, 0);
    const usd = market.openInterestBase('BTC') * market.priceOf('BTC');
    expect(Math.abs(usd / 62e9 - 1)).toBeLessThan(0.02);
  });

  test('has seen 90 billion dollars within the window of five-minute bars', () => {
    const { bars } = market.coin('BTC');
    const usd = Array.from({ length: bars.length }, (_, index) => bars.at(index)).map(
      (bar) => bar.close * bar.openInterestBase,
    );
    expect(Math.abs(Math.max(...usd) / 90e9 - 1)).toBeLessThan(0.03);
  });

  test('holds 10.65 billion dollars of longs that are liquidated between 84,000 and the price', () => {
    const usd = market.exposureBetweenUsd('BTC', 'long', 84_000, 90_900);
    expect(Math.abs(usd / 10.65e9 - 1)).toBeLessThan(0.1);
  });

  test('holds 1.59 billion dollars of shorts that are liquidated between 94,000 and 95,000', () => {
    const usd = market.exposureBetweenUsd('BTC', 'short', 94_000, 95_000);
    expect(Math.abs(usd / 1.59e9 - 1)).toBeLessThan(0.1);
  });

  test('has thirty days of five minutes and 180 days of hours before them', () => {
    const fine = venueBars(market, 'binance', 'BTC', 300, 0, NOON_S);
    const hours = venueBars(market, 'binance', 'BTC', 3600, 0, NOON_S);
    expect(fine.length).toBeGreaterThanOrEqual(8640);
    expect(hours.length).toBe((fine.length - 1) / 12 + 180 * 24 + 1);
  });
});

test(
  'a coin that was listed three days ago has no bar from before, of any length',
  { timeout: 60_000 },
  () => {
    const coins = ETH_ONLY.coins.map((coin) => ({ ...coin, listedDaysAgo: 3 }));
    const market = new Market({ ...ETH_ONLY, coins }, 1, () => NOON);

    const barsOf = (intervalS: number) => venueBars(market, 'binance', 'ETH', intervalS, 0, NOON_S).length;

    // The one under way is counted; of the day of the listing there is no whole one.
    expect([300, 3600, 86_400].map(barsOf)).toEqual([3 * 288 + 1, 3 * 24 + 1, 3]);
  },
);

describe('positions', { timeout: 60_000 }, () => {
  test('of longs and shorts add up to the open interest, at any time', () => {
    const market = grow(5);
    const { bars } = market.coin('ETH');
    for (const index of [0, 1000, 4321, bars.length - 2]) {
      const bar = bars.at(index);
      const truth = market.truth('ETH', bar.openTimeS + 300);
      expect(truth.totalLongBase / bar.openInterestBase).toBeCloseTo(1, 9);
      expect(truth.totalShortBase / bar.openInterestBase).toBeCloseTo(1, 9);
    }
  });

  test('that a bar has swept are gone at its close', () => {
    const market = grow(5);
    const { bars } = market.coin('ETH');
    const bar = bars.at(bars.length - 2);
    expect(market.exposureBetweenUsd('ETH', 'long', bar.close, 1e9)).toBe(0);
    expect(market.exposureBetweenUsd('ETH', 'short', 1, bar.close)).toBe(0);
  });

  test('that are forced to close were open at that price before', () => {
    const market = grow(5);
    const coin = market.coin('ETH');
    const close = coin.forcedCloses.at(-1)!;
    const before = market.exposureBetweenUsd(
      'ETH',
      close.side,
      close.firedPrice * 0.999999,
      close.firedPrice * 1.000001,
      Math.floor(close.atS / 300) * 300,
    );
    expect(before).toBeGreaterThan(close.sizeBase * close.firedPrice * 0.999);
  });
});

describe('a seed', { timeout: 60_000 }, () => {
  test('gives the same market twice, to the last digit', () => {
    const [first, second] = [grow(7), grow(7)];
    first.advance(1500);
    second.advance(1500);
    expect(second.currentBar('ETH')).toEqual(first.currentBar('ETH'));
    expect(second.truth('ETH')).toEqual(first.truth('ETH'));
    expect(second.coin('ETH').forcedCloses).toEqual(first.coin('ETH').forcedCloses);
  });

  test('gives another market than another seed', () => {
    expect(grow(8).coin('ETH').bars.at(4000)).not.toEqual(grow(7).coin('ETH').bars.at(4000));
  });

  test('gives the same course of the price whenever the clock starts', () => {
    const hourLater = grow(7, NOON + 3_600_000);
    const { bars } = grow(7).coin('ETH');
    const later = hourLater.coin('ETH').bars;
    expect(later.at(later.length - 500).close).toBe(bars.at(bars.length - 500).close);
  });
});

describe('time', { timeout: 60_000 }, () => {
  test('stands still with a constant clock and moves with advance', () => {
    const market = grow(9);
    const before = market.coin('ETH').bars.length;
    expect(market.nowMs()).toBe(NOON);
    market.advance(1800);
    expect(market.nowMs()).toBe(NOON + 1_800_000);
    expect(market.coin('ETH').bars.length).toBe(before + 6);
  });

  test('runs faster with a speed', () => {
    let clockMs = NOON;
    const market = new Market(ETH_ONLY, 9, () => clockMs);
    market.setSpeed(60);
    clockMs += 10_000;
    expect(market.nowMs()).toBe(NOON + 600_000);
  });

  test('drives the price where it is told, through the liquidations on the way', () => {
    const market = grow(9);
    const before = market.coin('ETH').forcedCloses.length;
    const waiting = market.exposureBetweenUsd('ETH', 'long', 3_000, 3_080);
    market.drive('ETH', 3_000, 6);
    market.advance(7 * 300);
    const forced = market.coin('ETH').forcedCloses.slice(before);
    const usd = forced.reduce((sum, close) => sum + close.sizeBase * close.firedPrice, 0);
    expect(
      Math.abs(market.coin('ETH').bars.at(market.coin('ETH').bars.length - 2).close / 3_000 - 1),
    ).toBeLessThan(0.003);
    expect(forced.every((close) => close.side === 'long' || close.firedPrice > 3_040)).toBe(true);
    expect(usd).toBeGreaterThan(waiting * 0.3);
  });
});

test('the venues that are polled at first share the open interest and leave nothing over', () => {
  const market = grow(1);
  const sum = INSTALLED_VENUES.reduce(
    (total, venue) => total + market.venueOpenInterestBase(venue, 'ETH'),
    0,
  );
  expect(sum / market.openInterestBase('ETH')).toBeCloseTo(1, 12);
});
