import { settledForecaster } from '../../support/settled-forecaster.ts';
import { describe, expect, test, vi } from 'vitest';
import { calibrateBar } from '../../../core/engine/forecast/calibrate-bar.ts';
import { createCalibration } from '../../../core/engine/forecast/calibration.ts';
import { expectedForcedMap } from '../../../core/engine/forecast/forced-map.ts';
import {
  createForecaster,
  forecastAt,
  resumeForecaster,
  stepForecaster,
} from '../../../core/engine/forecast/forecaster.ts';
import { createMixture } from '../../../core/engine/forecast/mixture.ts';
import { createRefillMemory } from '../../../core/engine/forecast/refill-memory.ts';
import { FINE_STEP } from '../../../core/engine/forecast/relative-lattice.ts';
import { createSweptCells } from '../../../core/engine/forecast/swept-cells.ts';
import { barsUntil, startInventory } from '../../../core/engine/index.ts';
import { createParameters } from '../../../core/engine/parameters.ts';
import { barAt, type Bars } from '../../../core/market/bars.ts';
import type { ForcedOrder } from '../../../core/market/forced-order.ts';
import { binMidPrice } from '../../../core/market/liquidation-map.ts';
import { createEvidence } from '../../../core/report/forecast/evidence.ts';
import { gapsOf } from '../../../core/report/forecast/listening-of.ts';
import { settledInSlices, stepOn } from '../../../core/report/forecast/settled-forecaster.ts';
import { addStretch, listenedShareOf } from '../../../core/ledger/forced-orders/listening.ts';
import { chunkOf, mergeOrders, ordersOf } from '../../../core/ledger/forced-orders/order-chunks.ts';
import { buildBars, wanderingBars } from '../../support/build-bars.ts';

const order = (atMs: number, quantityBase = 1, side: 'long' | 'short' = 'long'): ForcedOrder => ({
  atMs,
  venue: 'bybit',
  base: 'BTC',
  side,
  orderPrice: 64,
  filledPrice: null,
  quantityBase,
  notionalUsd: 64 * quantityBase,
});

const firstBars = (bars: Bars, count: number): Bars => barsBetween(bars, 0, count);

const barsBetween = (bars: Bars, from: number, until: number): Bars => ({
  ...bars,
  ...Object.fromEntries(
    Object.entries(bars)
      .filter(([, column]) => column instanceof Float64Array)
      .map(([name, column]) => [name, (column as Float64Array).subarray(from, until)]),
  ),
});

/** A market of `count` bars that Bybit was listened to throughout, with an order in each third bar. */
function heardMarket(bars: Bars) {
  const fromMs = (bars.openTimeS[0] ?? 0) * 1000;
  const untilMs = ((bars.openTimeS.at(-1) ?? 0) + 300) * 1000;
  const orders = Array.from(bars.openTimeS)
    .filter((_, index) => index % 3 === 0)
    .map((openS, index) => ({
      ...order(openS * 1000 + 60_000, 1 + (index % 5)),
      orderPrice: bars.low[3 * index] ?? 1,
    }));
  return {
    series: [{ venue: 'bybit' as const, bars }],
    heard: { bybit: { stretches: [{ fromMs, untilMs }], revision: 0 } },
    orders,
  };
}

const settle = (bars: Bars, stored: Parameters<typeof settledForecaster>[0]['stored'] = null) =>
  settledForecaster({
    bars,
    readOlder: null,
    stored,
    basis: 'same',
    settledS: Infinity,
    heard: heardMarket(bars),
    mixture: createMixture(),
  });

describe("the worker's forecaster", () => {
  test('goes on from what was stored to the same bits as one made of all bars', () => {
    const bars = wanderingBars(400);
    const whole = settle(bars);
    const part = settle(firstBars(bars, 250));
    if (part === null) throw new Error('no open interest');
    const { inventory, calibration, memory } = structuredClone(part.state);
    const stored = {
      basis: 'same',
      lastOpenS: inventory.lastOpenTimeS,
      state: { inventory, calibration, memory },
    };
    expect(settle(bars, stored)?.state).toEqual(whole?.state);
  });

  test('is made anew in slices to the same bits as in one go', async () => {
    const all = wanderingBars(2100);
    const older = barsUntil(all, all.openTimeS[1000] ?? 0);
    const bars = barsBetween(all, 1000, 2100);
    const input = {
      bars,
      readOlder: older,
      stored: null,
      basis: 'same',
      settledS: Infinity,
      heard: heardMarket(bars),
      mixture: createMixture(),
    };
    const pause = vi.fn(async () => {});

    const sliced = await settledInSlices(input, pause);

    const inventory = startInventory(bars, { older });
    if (inventory === null) throw new Error('no open interest');
    const whole = resumeForecaster({
      inventory,
      calibration: createCalibration(),
      memory: createRefillMemory(),
      mixture: createMixture(),
    });
    await stepOn(whole, bars, input.heard, async () => {});
    expect(sliced?.state).toEqual(whole.state);
    // After the first of 1,000 older bars the others, then 1,100 later ones, 40 at a time.
    expect(pause).toHaveBeenCalledTimes(25 + 1 + 27);
  });

  test('does not know what comes after a bar: other orders and prices later change nothing before', async () => {
    const bars = wanderingBars(300);
    const early = settle(firstBars(bars, 200));
    const other = heardMarket(bars);
    const late = {
      ...other,
      orders: other.orders.map((one, index) => (index < 60 ? one : order(one.atMs, 99, 'short'))),
    };
    // Orders of the first 180 bars are the same; later bars hold others.
    const half = settle(firstBars(bars, 180));
    const halfLate = settledForecaster({
      bars: firstBars(bars, 180),
      readOlder: null,
      stored: null,
      basis: 'same',
      settledS: Infinity,
      heard: late,
      mixture: createMixture(),
    });
    expect(halfLate?.state).toEqual(half?.state);
    if (half !== null)
      await stepOn(half, firstBars(bars, 200), heardMarket(firstBars(bars, 200)), async () => {});
    expect(half?.state).toEqual(early?.state);
  });

  test('shows the dollars of its mixture, all of them, up to where the forecast ends', () => {
    const forecaster = createForecaster(100, 1000);
    const bar = {
      openTimeS: 0,
      open: 100,
      high: 101,
      low: 99,
      close: 100,
      volumeBase: 50,
      openInterestBase: 1000,
    };
    const path = [{ startS: 0, endS: 300, high: 101, low: 99, close: 100 }];
    stepForecaster(forecaster, bar, path, { startS: 0, endS: 300, low: 99, high: 101, orders: [] });
    const forecast = forecastAt(forecaster, 300, { price: 100 });
    const map = expectedForcedMap(forecast);

    // From the lower edge of the price's own bin, the 4605th of a tenth of a percent, 100 bins of 2 fine steps.
    const { logStep, firstBin } = map;
    const priceBin = Math.floor(Math.log(100) / logStep + 1e-9);
    let usd = 0;
    for (let bin = priceBin - 100; bin < priceBin; bin++) {
      usd += (map.longForcedBase[bin - firstBin] ?? 0) * binMidPrice(bin, logStep);
    }
    const near = Math.log(100) - priceBin * logStep;
    const upTo = (distance: number): number => {
      let sum = 0;
      for (let step = 0; step * FINE_STEP < distance; step++) {
        sum += (forecast.forcedUsdDensity.long[step] ?? 0) * Math.min(FINE_STEP, distance - step * FINE_STEP);
      }
      return sum;
    };
    expect(usd).toBeCloseTo(upTo(near + 0.1) - upTo(near), 6);
    expect(map.longForcedBase[priceBin - firstBin]).toBe(0);
    expect(map.longExposureBase).toEqual(forecast.map.longExposureBase);
  });
});

describe('what calibration is told', () => {
  test('is the orders of venues that were listened to, and what was traded in their bar', () => {
    const bars = wanderingBars(3);
    const market = heardMarket(bars);
    const evidence = createEvidence(
      {
        ...market,
        orders: [
          ...market.orders,
          { ...order((bars.openTimeS[0] ?? 0) * 1000 + 70_000), venue: 'okx' as const },
        ],
      },
      300,
    );
    const bar = { openTimeS: bars.openTimeS[0] ?? 0, low: 60, high: 63 };
    const told = evidence(bar);
    expect(told.orders).toHaveLength(1);
    expect(told).toMatchObject({ feeds: { isComplete: true, share: 1 }, low: 60, high: 63 });
  });

  test('counts swept coins by the part of the bar that each feed was listened to', () => {
    const bars = buildBars([{ close: 64, openInterestBase: 20 }]);
    const openMs = (bars.openTimeS[0] ?? 0) * 1000;
    const evidence = createEvidence(
      {
        series: [
          { venue: 'bybit', bars },
          { venue: 'binance', bars: buildBars([{ close: 64, openInterestBase: 80 }]) },
        ],
        heard: {
          bybit: { stretches: [{ fromMs: openMs + 150_000, untilMs: openMs + 900_000 }], revision: 0 },
          binance: { stretches: [{ fromMs: openMs, untilMs: openMs + 300_000 }], revision: 0 },
        },
        orders: [],
      },
      300,
    );
    const calibration = createCalibration();
    const cells = createSweptCells();
    cells.observer('long', 5, 100, 40);
    calibrateBar(calibration, createParameters(), cells, evidence(barAt(bars, 0)));
    // Bybit's feed is complete, so that Binance's is left out: 40 coins x 0.2 of open interest x 0.5 of the bar.
    expect(calibration.long.swept[5]).toBeCloseTo(4, 12);
  });
});

describe('what was listened to', () => {
  test('is one stretch where parts touch, and gaps lie between', () => {
    const first = addStretch([], { fromMs: 0, untilMs: 10_000 });
    const joined = addStretch(first, { fromMs: 10_500, untilMs: 20_000 });
    const apart = addStretch(joined, { fromMs: 90_000, untilMs: 100_000 });
    expect(joined).toEqual([{ fromMs: 0, untilMs: 20_000 }]);
    expect(apart).toHaveLength(2);
    // 10 of the 30 seconds from 10,000 to 40,000.
    expect(listenedShareOf(apart, 10_000, 40_000)).toBeCloseTo(1 / 3, 12);
    expect(gapsOf('bybit', apart, { fromMs: 0, untilMs: 200_000 }, 60_000)).toEqual([
      { venue: 'bybit', fromMs: 100_000, untilMs: 200_000 },
      { venue: 'bybit', fromMs: 20_000, untilMs: 90_000 },
    ]);
  });

  test('keeps every order once, through storage and repetition', () => {
    const heard = [order(3_600_000), order(3_600_000), order(3_600_500, 0.123456789, 'short')];
    const stored = ordersOf(chunkOf(heard), 'bybit', 'BTC', 1);
    expect(stored.map(({ side }) => side)).toEqual(['long', 'long', 'short']);
    expect(mergeOrders(stored, heard)).toBe(stored);
    expect(mergeOrders(stored, [...heard, order(3_601_000)])).toHaveLength(4);
  });
});
