import { describe, expect, test } from 'vitest';

import { aggregateVenues, checkVenues } from '../../../../core/engine/index.ts';
import type { VenueId } from '../../../../core/market/venue-id.ts';
import { type BarSketch, buildBars, FIRST_BAR_S } from '../../../support/build-bars.ts';

const HOUR = 12;
const DAY = 288;
const ALWAYS = { fromS: 0, untilS: Infinity };

const series = (venue: VenueId, length: number, sketch: (row: number) => BarSketch) => ({
  venue,
  bars: buildBars(Array.from({ length }, (_, row) => sketch(row))),
});

const calm = (): BarSketch => ({ close: 100, volumeBase: 10, openInterestBase: 50 });

const during =
  (from: number, until: number, lie: BarSketch) =>
  (row: number): BarSketch => ({ ...calm(), ...(row >= from && row < until ? lie : {}) });

const at = (row: number): number => FIRST_BAR_S + 300 * row;

describe('prices', () => {
  test('a venue 15 % above the others does not count while it is, by name and span', () => {
    const { series: believed, aside } = checkVenues([
      series('binance', 20, during(5, 9, { close: 115, openInterestBase: 999 })),
      series('bybit', 20, calm),
      series('okx', 20, calm),
    ]);

    expect(aside).toEqual([
      { venue: 'binance', quantity: 'price', fromS: at(5), untilS: at(9), isOpen: false },
    ]);
    const { bars } = aggregateVenues(believed, ALWAYS);
    expect(new Set(bars.close)).toEqual(new Set([100]));
    expect(new Set(bars.openInterestBase)).toEqual(new Set([150]));
  });

  test('of two venues the one that goes on where both were is believed', () => {
    const { aside } = checkVenues([
      series('binance', 20, during(5, 20, { close: 111 })),
      series('bybit', 20, calm),
    ]);

    expect(aside).toEqual([
      { venue: 'binance', quantity: 'price', fromS: at(5), untilS: at(20), isOpen: true },
    ]);
  });

  test('two venues that never agreed are both not believed', () => {
    const { series: believed } = checkVenues([
      series('binance', 3, () => ({ close: 817 })),
      series('bybit', 3, () => ({ close: 7.36 })),
    ]);

    expect(believed).toEqual([]);
  });

  test('one venue alone: a single wild bar is held back, a level that the next bar confirms is not', () => {
    const wild = checkVenues([series('okx', 9, during(4, 5, { close: 300 }))]);
    const newest = checkVenues([series('okx', 5, during(4, 5, { close: 300 }))]);
    const level = checkVenues([series('okx', 9, during(4, 9, { close: 60 }))]);

    expect(wild.aside).toEqual([
      { venue: 'okx', quantity: 'price', fromS: at(4), untilS: at(5), isOpen: false },
    ]);
    expect(newest.aside).toHaveLength(1);
    expect(level.aside).toEqual([]);
  });

  test('a wick that one of two venues shows is not the market’s', () => {
    const { series: believed } = checkVenues([
      series('binance', 3, during(1, 2, { close: 100, high: 1e17, low: 1 })),
      series('bybit', 3, calm),
    ]);

    const { bars } = aggregateVenues(believed, ALWAYS);
    expect([bars.high[1], bars.low[1]]).toEqual([100, 100]);
  });
});

describe('open interest', () => {
  const ofBinance = (sketch: (row: number) => BarSketch, length = 3 * DAY) =>
    checkVenues([
      series('binance', length, sketch),
      series('bybit', length, calm),
      series('okx', length, calm),
    ]);

  test.each([10, 2, 0.5, 0.1, 0])('told x%s for hours is held at what it was', (factor) => {
    const { series: believed, aside } = ofBinance(
      during(DAY, DAY + 5 * HOUR, { close: 100, openInterestBase: factor * 50 }),
    );

    expect(aside).toEqual([
      {
        venue: 'binance',
        quantity: 'open-interest',
        fromS: at(DAY),
        untilS: at(DAY + 5 * HOUR),
        isOpen: false,
      },
    ]);
    expect(new Set(aggregateVenues(believed, ALWAYS).bars.openInterestBase)).toEqual(new Set([150]));
  });

  test('told wrongly at the beginning of what is loaded does not make the truth a lie', () => {
    const { aside } = ofBinance(during(0, 5 * HOUR, { close: 100, openInterestBase: 500 }));

    expect(aside).toEqual([
      { venue: 'binance', quantity: 'open-interest', fromS: at(0), untilS: at(5 * HOUR), isOpen: false },
    ]);
  });

  test('that lies now is not believed because the lie has lasted longer than what was seen before', () => {
    const { aside } = ofBinance(during(3, 50, { close: 100, openInterestBase: 500 }), 50);

    expect(aside).toMatchObject([{ fromS: at(3), isOpen: true }]);
  });

  test('told otherwise for a day is what the venue counts now', () => {
    const { aside } = ofBinance(during(DAY, 3 * DAY, { close: 100, openInterestBase: 500 }));

    expect(aside).toEqual([]);
  });

  test('of nothing is believed of a contract that had none before, and of one that has none for a day', () => {
    expect(ofBinance(during(0, 2 * DAY, { close: 100, openInterestBase: 0 })).aside).toEqual([]);
    expect(ofBinance(during(DAY, 3 * DAY, { close: 100, openInterestBase: 0 })).aside).toEqual([]);
    expect(ofBinance(during(0, HOUR, { close: 100, openInterestBase: 0 }), HOUR).aside).toEqual([]);
  });

  test('that halves at every venue, as in a crash, is true', () => {
    const halving = during(DAY, 3 * DAY, { close: 100, openInterestBase: 22 });
    const { aside } = checkVenues([
      series('binance', 2 * DAY, halving),
      series('bybit', 2 * DAY, halving),
      series('okx', 2 * DAY, halving),
    ]);

    expect(aside).toEqual([]);
  });
});

describe('volume', () => {
  test('of an hour told x5 counts as what the others’ business makes likely', () => {
    const { series: believed, aside } = checkVenues([
      series('binance', DAY, during(10 * HOUR, 11 * HOUR, { close: 100, volumeBase: 50 })),
      series('bybit', DAY, calm),
      series('okx', DAY, calm),
    ]);

    expect(aside).toEqual([
      { venue: 'binance', quantity: 'volume', fromS: at(10 * HOUR), untilS: at(11 * HOUR), isOpen: false },
    ]);
    const { bars } = aggregateVenues(believed, ALWAYS);
    expect(bars.volumeBase[10 * HOUR]).toBeCloseTo(30, 9);
    expect(bars.turnoverUsd[10 * HOUR]).toBeCloseTo(3000, 9);
  });

  test.each([2, 3])(
    'of one bar told x1,000,000 does not count, beside %s venues that say otherwise',
    (count) => {
      const others = (['bybit', 'okx', 'gate'] as const).slice(0, count - 1);
      const { series: believed, aside } = checkVenues([
        series('binance', DAY, during(70, 71, { close: 100, volumeBase: 1e7 })),
        ...others.map((venue) => series(venue, DAY, calm)),
      ]);

      expect(aside).toEqual([
        { venue: 'binance', quantity: 'volume', fromS: at(70), untilS: at(71), isOpen: false },
      ]);
      expect(aggregateVenues(believed, ALWAYS).bars.volumeBase[70]).toBeCloseTo(10 * count, 9);
    },
  );

  test('that is two thousand times as large in one bar, and five hundred times elsewhere, is true', () => {
    const { aside } = checkVenues([
      series('binance', DAY, during(70, 71, { close: 100, volumeBase: 20_000 })),
      series('bybit', DAY, during(70, 71, { close: 100, volumeBase: 5000 })),
    ]);

    expect(aside).toEqual([]);
  });

  test('that is ten times as large everywhere is a busy hour', () => {
    const busy = during(10 * HOUR, 11 * HOUR, { close: 100, volumeBase: 100 });
    const venues = (['binance', 'bybit', 'okx'] as const).map((venue) => series(venue, DAY, busy));

    expect(checkVenues(venues).aside).toEqual([]);
  });
});
