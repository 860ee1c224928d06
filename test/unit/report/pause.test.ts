import { describe, expect, test } from 'vitest';

import { createBars } from '../../../core/market/bars.ts';
import { pauseOf } from '../../../core/report/pause.ts';

const START_S = 1_768_478_400;

/** Bars of five minutes from the start, each from 10 under to 10 above a price. */
function barsOf(prices: readonly number[]) {
  const bars = createBars(prices.length);
  for (const [index, price] of prices.entries()) {
    bars.openTimeS[index] = START_S + index * 300;
    bars.low[index] = price - 10;
    bars.high[index] = price + 10;
  }
  return bars;
}

const unseen = { fromMs: (START_S + 300) * 1000, untilMs: (START_S + 1800) * 1000, price: 100 };

describe('a time in which nobody looked', () => {
  test('has the range of the bars that began in it, and the price at which it began', () => {
    const bars = barsOf([500, 100, 120, 90, 105, 101, 1000]);

    expect(pauseOf(bars, unseen)).toEqual({
      fromMs: unseen.fromMs,
      untilMs: unseen.untilMs,
      before: 100,
      low: 80,
      high: 130,
    });
  });

  test('is not known before its bars have been loaded', () => {
    expect(pauseOf(null, unseen)).toBeNull();
    expect(pauseOf(barsOf([500]), unseen)).toBeNull();
    expect(pauseOf(barsOf([500, 100, 120]), unseen)).toBeNull();
  });

  test('is known as far back as bars are kept', () => {
    const long = { ...unseen, fromMs: unseen.fromMs - 90 * 86_400_000 };

    expect(pauseOf(barsOf([500, 100, 120, 90, 105, 101]), long)).toMatchObject({ low: 80, high: 510 });
  });
});
