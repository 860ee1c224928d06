import { describe, expect, test } from 'vitest';
import { aggregateVenues } from '../../../core/engine/index.ts';
import { type BarSketch, buildBars, FIRST_BAR_S } from '../../support/build-bars.ts';
import type { VenueId } from '../../../core/market/venue-id.ts';

const series = (venue: VenueId, sketches: readonly BarSketch[], firstS = FIRST_BAR_S) => ({
  venue,
  bars: buildBars(sketches, { firstS }),
});

const ALWAYS = { fromS: 0, untilS: Infinity };

describe('venues added up', () => {
  test('a wick at one venue of three does not show', () => {
    const { bars } = aggregateVenues(
      [
        series('binance', [{ close: 100, low: 60 }]),
        series('bybit', [{ close: 101, low: 99 }]),
        series('okx', [{ close: 102, low: 98 }]),
      ],
      ALWAYS,
    );

    expect([bars.low[0], bars.close[0], bars.high[0]]).toEqual([98, 101, 101]);
  });

  test('the middle of two venues is their mean', () => {
    const { bars } = aggregateVenues(
      [series('binance', [{ close: 100 }]), series('bybit', [{ close: 102 }])],
      ALWAYS,
    );

    expect(bars.close[0]).toBe(101);
  });

  test('volume, turnover and open interest are sums', () => {
    const { bars } = aggregateVenues(
      [
        series('binance', [{ close: 100, volumeBase: 5, openInterestBase: 70 }]),
        series('bybit', [{ close: 100, volumeBase: 3, openInterestBase: 30 }]),
      ],
      ALWAYS,
    );

    expect([bars.volumeBase[0], bars.turnoverUsd[0], bars.openInterestBase[0]]).toEqual([8, 800, 100]);
  });

  test('takers are counted over the venues that say', () => {
    const { bars, takerVolumeBase } = aggregateVenues(
      [
        series('binance', [{ close: 100, volumeBase: 5, takerBuyBase: 4 }]),
        series('bybit', [{ close: 100, volumeBase: 3 }]),
      ],
      ALWAYS,
    );

    expect(bars.takerBuyBase[0]).toBe(4);
    expect(takerVolumeBase[0]).toBe(5);
  });

  test('a venue that leaves is held at its last open interest, one that comes at its first', () => {
    const { bars } = aggregateVenues(
      [
        series('binance', [
          { close: 100, openInterestBase: 70 },
          { close: 100, openInterestBase: 71 },
          { close: 100, openInterestBase: 72 },
        ]),
        series('bybit', [{ close: 100, openInterestBase: 30 }]),
        series('okx', [{ close: 100, openInterestBase: 10 }], FIRST_BAR_S + 600),
      ],
      ALWAYS,
    );

    expect([...bars.openInterestBase]).toEqual([110, 111, 112]);
  });

  test('a wild value at one venue is held back; a level that stays is believed', () => {
    const glitch = aggregateVenues(
      [
        series(
          'binance',
          [70, 7000, 71, 72].map((openInterestBase) => ({ close: 100, openInterestBase })),
        ),
      ],
      ALWAYS,
    );
    const level = aggregateVenues(
      [
        series(
          'binance',
          [70, 90, 91, 92].map((openInterestBase) => ({ close: 100, openInterestBase })),
        ),
      ],
      ALWAYS,
    );

    expect([...glitch.bars.openInterestBase]).toEqual([70, 70, 71, 72]);
    expect([...level.bars.openInterestBase]).toEqual([70, 70, 91, 92]);
  });

  test('open interest of zero is a value', () => {
    const { bars } = aggregateVenues(
      [
        series('binance', [{ close: 100, openInterestBase: 0 }]),
        series('okx', [{ close: 100, openInterestBase: 7 }]),
      ],
      ALWAYS,
    );

    expect(bars.openInterestBase[0]).toBe(7);
    expect(
      aggregateVenues([series('binance', [{ close: 100, openInterestBase: 0 }])], ALWAYS).bars
        .openInterestBase[0],
    ).toBe(0);
  });

  test('open interest that no venue reports is unknown', () => {
    const { bars } = aggregateVenues([series('binance', [{ close: 100 }])], ALWAYS);

    expect(bars.openInterestBase[0]).toBeNaN();
  });

  test('a bar that no venue reports is left out, and the range includes both ends', () => {
    const late = series('bybit', [{ close: 100 }, { close: 101 }, { close: 102 }], FIRST_BAR_S + 900);
    const { bars } = aggregateVenues([series('binance', [{ close: 100 }]), late], {
      fromS: FIRST_BAR_S,
      untilS: FIRST_BAR_S + 1200,
    });

    expect([...bars.openTimeS].map((timeS) => timeS - FIRST_BAR_S)).toEqual([0, 900, 1200]);
  });

  test('no venue gives no bar', () => {
    expect(aggregateVenues([], ALWAYS).bars.openTimeS).toHaveLength(0);
  });

  test('refuses venues of different intervals', () => {
    const hours = { venue: 'bybit' as const, bars: buildBars([{ close: 100 }], { intervalS: 3600 }) };

    expect(() => aggregateVenues([series('binance', [{ close: 100 }]), hours], ALWAYS)).toThrow(RangeError);
  });
});
