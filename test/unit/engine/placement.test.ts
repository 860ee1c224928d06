import { array, assert, constantFrom, double, integer, nat, option, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calibrateBar } from '../../../core/engine/forecast/calibrate-bar.ts';
import { createCalibration } from '../../../core/engine/forecast/calibration.ts';
import { createSweptCells } from '../../../core/engine/forecast/swept-cells.ts';
import { createParameters } from '../../../core/engine/parameters.ts';
import {
  learnMargins,
  type OrderMargins,
  placeOrder,
  placeOrders,
  placeRecorded,
} from '../../../core/engine/placement.ts';
import type { HeardOrder } from '../../../core/market/forced-order.ts';
import { buildBars } from '../../support/build-bars.ts';

const buildOrder = (overrides: Partial<HeardOrder> = {}): HeardOrder => ({
  atMs: 1_000,
  venue: 'bybit',
  base: 'BTC',
  side: 'long',
  orderPrice: 100,
  filledPrice: null,
  quantityBase: 1,
  notionalUsd: 100,
  ...overrides,
});

const WIDE = { low: 1, high: 1000 };
/** The market in the middle of this range is at 101. */
const AROUND_101 = { low: 100.5, high: 101.5 };

const heard = (orders: readonly HeardOrder[], traded = AROUND_101): OrderMargins => {
  const margins: OrderMargins = new Map();
  learnMargins(margins, orders, traded);
  return margins;
};

const times = (count: number, order: HeardOrder): readonly HeardOrder[] =>
  Array.from({ length: count }, () => order);

describe('a forced order stands', () => {
  test('at its fill, however wrong the price on it is', () => {
    const filled = buildOrder({ venue: 'binance', orderPrice: 60, filledPrice: 99.9 });

    expect(placeOrder(filled, heard(times(50, filled)), WIDE)).toBe(99.9);
  });

  test.each([
    ['bybit', 'BTC', 0.0068],
    ['bybit', 'ETH', 0.0075],
    ['bybit', 'SOL', 0.0072],
    ['binance', 'BTC', 0.0049],
    ['bybit', 'WIF', 0.01],
    ['pacifica', 'BTC', 0.0068],
  ])('before anything was learnt of %s in %s, at its price moved back by %d', (venue, base, margin) => {
    expect(placeOrder(buildOrder({ venue, base }), new Map(), WIDE)).toBeCloseTo(100 * (1 + margin), 9);
    expect(placeOrder(buildOrder({ venue, base, side: 'short' }), new Map(), WIDE)).toBeCloseTo(
      100 * (1 - margin),
      9,
    );
  });

  test('inside what was traded then', () => {
    expect(placeOrder(buildOrder(), new Map(), { low: 99, high: 100.2 })).toBe(100.2);
    expect(placeOrder(buildOrder({ side: 'short' }), new Map(), { low: 99.8, high: 101 })).toBe(99.8);
  });

  test('by the median of the last fifty orders of its venue', () => {
    // Sixty at 2 % fade behind fifty at 1 %: the market at 101, orders at 99.02 and at 100.
    const margins = heard(times(60, buildOrder({ orderPrice: 101 / 1.02 })));
    expect(placeOrder(buildOrder(), margins, WIDE)).toBeCloseTo(102, 9);

    learnMargins(margins, times(50, buildOrder()), AROUND_101);

    expect(placeOrder(buildOrder(), margins, WIDE)).toBeCloseTo(101, 9);
    expect(placeOrder(buildOrder({ venue: 'okx' }), margins, WIDE)).toBeCloseTo(100.68, 9);
  });

  test('by what is known beforehand while fewer than ten were heard', () => {
    expect(placeOrder(buildOrder(), heard(times(9, buildOrder())), WIDE)).toBeCloseTo(100.68, 9);
    expect(placeOrder(buildOrder(), heard(times(10, buildOrder())), WIDE)).toBeCloseTo(101, 9);
  });

  test('at its own price where the feed is found to tell fills', () => {
    const pacifica = buildOrder({ venue: 'pacifica', orderPrice: 100.9 });

    // 101 / 100.9 is .1 %, under .15 %: not moved, and 101 / 100.8 is .2 %: moved.
    expect(placeOrder(pacifica, heard(times(20, pacifica)), WIDE)).toBe(100.9);
    const apart = buildOrder({ venue: 'pacifica', orderPrice: 100.8 });
    expect(placeOrder(apart, heard(times(20, apart)), WIDE)).toBeCloseTo(101, 9);
  });

  test('where the recorder saw the market while nothing was learnt, then by the margin to it', () => {
    const noted = buildOrder({ venue: 'pacifica', marketPrice: 100.45 });

    expect(placeOrder(noted, new Map(), WIDE)).toBe(100.45);
    expect(
      placeOrder(buildOrder({ venue: 'pacifica', marketPrice: 99 }), heard(times(20, noted)), WIDE),
    ).toBeCloseTo(100.45, 9);
  });

  test('learns from the fill where one is told, not from the middle of the bar', () => {
    const filled = times(20, buildOrder({ venue: 'binance', filledPrice: 100.39 }));

    expect(placeOrder(buildOrder({ venue: 'binance' }), heard(filled), WIDE)).toBeCloseTo(100.39, 9);
  });
});

describe('a recording', () => {
  const bars = buildBars(
    [100, 103, 99, 101, 98, 104].map((close) => ({ close, high: close + 2, low: close - 2 })),
  );
  const openS = bars.openTimeS[0] ?? 0;
  const orders = array(
    record({
      atMs: integer({ min: 0, max: 6 * 300_000 - 1 }).map((ms) => openS * 1000 + ms),
      venue: constantFrom('bybit', 'okx', 'elsewhere'),
      side: constantFrom('long' as const, 'short' as const),
      orderPrice: double({ min: 90, max: 110, noNaN: true }),
      filledPrice: option(double({ min: 90, max: 110, noNaN: true })),
    }),
    { maxLength: 200 },
  ).map((rows) => rows.map((row) => buildOrder(row)).toSorted((a, b) => a.atMs - b.atMs));

  test('places no order by what came after it', () => {
    assert(
      property(orders, nat(200), (all, count) => {
        const first = all.slice(0, count);
        expect(placeRecorded(first, bars)).toEqual(placeRecorded(all, bars).slice(0, first.length));
      }),
      { seed: 1 },
    );
  });

  test('places orders for scoring where calibration blames them', () => {
    assert(
      property(orders, (all) => {
        const calibration = createCalibration();
        const cells = createSweptCells();
        const placed = Array.from(bars.openTimeS).flatMap((startS, row) => {
          const endS = startS + 300;
          const heard = all.filter(({ atMs }) => atMs >= startS * 1000 && atMs < endS * 1000);
          const [low, high] = [bars.low[row] ?? 0, bars.high[row] ?? 0];
          const own = placeOrders(heard, bars, calibration.margins);
          calibrateBar(calibration, createParameters(), cells, { startS, endS, low, high, orders: heard });
          return own;
        });
        expect(placeRecorded(all, bars)).toEqual(placed);
      }),
      { seed: 2 },
    );
  });
});
