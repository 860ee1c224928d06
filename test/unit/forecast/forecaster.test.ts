import { describe, expect, test } from 'vitest';
import { createStockAnchor } from '../../../core/engine/public/stock-anchor.ts';
import { layOutForecast } from '../../../core/engine/forecast/forecast-line.ts';
import {
  createForecaster,
  forecastAt,
  resumeForecaster,
  stepForecaster,
  type Forecaster,
} from '../../../core/engine/forecast/forecaster.ts';
import type { Bar } from '../../../core/market/bars.ts';
import { seededRandom } from '../../support/build-bars.ts';

/** Steps `forecaster` through bars `from` to `until` of a seeded random market around 100. */
function walk(forecaster: Forecaster, from: number, until: number): void {
  for (let index = from; index < until; index++) {
    const random = seededRandom(index + 1);
    const close = 100 * Math.exp(0.02 * Math.sin(index / 7) + 0.004 * (random() - 0.5));
    const bar: Bar = {
      openTimeS: 300 * index,
      open: close,
      high: close * 1.002,
      low: close * 0.998,
      close,
      volumeBase: 50 * random(),
      openInterestBase: 1000 + 20 * random(),
    };
    const endS = 300 * (index + 1);
    const forced = {
      atMs: 1000 * endS - 1000,
      venue: 'bybit',
      base: 'BTC',
      side: 'long' as const,
      orderPrice: bar.low * 0.995,
      filledPrice: bar.low,
      quantityBase: 1 + random(),
      notionalUsd: 100,
    };
    stepForecaster(forecaster, bar, [{ startS: 300 * index, endS, high: bar.high, low: bar.low, close }], {
      startS: 300 * index,
      endS,
      low: bar.low,
      high: bar.high,
      orders: index % 3 === 0 ? [forced] : [],
    });
  }
}

describe('the forecaster', () => {
  test('goes on from a stored state to the same bits', () => {
    const whole = createForecaster(100, 1000);
    walk(whole, 0, 60);
    const first = createForecaster(100, 1000);
    walk(first, 0, 30);

    const second = resumeForecaster(structuredClone(first.state));
    walk(second, 30, 60);

    expect(forecastAt(second, 18_000)).toEqual(forecastAt(whole, 18_000));
  });

  test('expects fewer forced orders where the price has just been than where it has not', () => {
    const forecaster = createForecaster(100, 1000);
    walk(forecaster, 0, 60);

    const { forcedUsdDensity } = forecastAt(forecaster, 18_000);

    // The last close is 100 exp(0.02 sin(59 / 7)) = 101.7 near the top of the wave: 1 % below was just visited, 10 %
    // below never.
    expect(forcedUsdDensity.long[20]).toBeLessThan(0.95 * (forcedUsdDensity.long[200] ?? 0));
  });
});

describe('the layout by price', () => {
  const forecaster = createForecaster(100, 1000);
  walk(forecaster, 0, 60);
  const forecast = forecastAt(forecaster, 18_000);

  test('keeps the dollars of the densities', () => {
    const { long, short } = layOutForecast(forecast);
    const total = (column: Float64Array): number => column.reduce((sum, usd) => sum + usd, 0);

    expect(total(long) / (0.0005 * total(forecast.forcedUsdDensity.long))).toBeCloseTo(1, 2);
    expect(total(short) / (0.0005 * total(forecast.forcedUsdDensity.short))).toBeCloseTo(1, 2);
  });

  test('shows public positions exactly at their liquidation price, if the price has not passed it, and takes their coins from the rest', () => {
    const position = { atS: 18_000, side: 'long', sizeBase: 30, entryPrice: 100 } as const;
    const positions = [
      { ...position, liquidationPrice: 95 },
      { ...position, liquidationPrice: 120 },
    ];
    const plain = layOutForecast(forecast);

    const exact = layOutForecast(
      forecastAt(forecaster, 18_000, { known: { positions, anchor: createStockAnchor() } }),
    );

    // 60 coins of longs are known, 30 of them stand at 95.
    const rest = 1 - 60 / forecaster.state.inventory.openInterest.base;
    const bin = Math.floor(Math.log(95) / 0.0005) - exact.firstBin;
    const expected = plain.exposureLong.map((usd, index) => rest * usd + (index === bin ? 30 * 95 : 0));
    exact.exposureLong.forEach((usd, index) => expect(usd).toBeCloseTo(expected[index] ?? 0, 6));
    expect(exact.exposureShort).toEqual(plain.exposureShort);
    expect(exact.long).toEqual(plain.long);
  });
});
