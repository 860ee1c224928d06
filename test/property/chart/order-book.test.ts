import { array, assert, boolean, double, integer, property, record, tuple, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';

import { bookMarks } from '../../../components/page/order-book/mark-rows.ts';
import type { ChartBand } from '../../../components/page/chart/chart-marks.ts';
import { parseBookPrice, readBook, type BookCell } from '../../../core/sites/order-book.ts';
import { anyText } from '../../support/any-text.ts';

const SEEDED = { seed: 20_260_112, numRuns: 1000 };
const PRICE = 90_912;

const finite = (min: number, max: number) => double({ min, max, noNaN: true });

const toCells = (prices: readonly number[]): readonly BookCell[] =>
  prices.map((price, index) => ({
    text: price.toLocaleString('en', { maximumFractionDigits: 1 }),
    x: 900,
    y: 100 + 19.5 * index,
    width: 280,
    height: 19.5,
  }));

/** Distinct prices within eight percent, in tenths of a dollar, falling or rising downwards. */
const ladders = tuple(
  uniqueArray(integer({ min: -70_000, max: 70_000 }), { minLength: 6, maxLength: 60 }),
  boolean(),
).map(([steps, isRising]) => {
  const prices = steps.toSorted((a, b) => b - a).map((step) => PRICE + step / 10);
  return isRising ? prices.toReversed() : prices;
});

const bands = array(
  record({ low: finite(80_000, 100_000), width: finite(0, 2_000), share: finite(0, 1), isLong: boolean() }),
  { maxLength: 6 },
).map((list) =>
  list.map(({ low, width, share, isLong }): ChartBand => ({
    side: isLong ? 'long' : 'short',
    low,
    peak: low,
    high: low + width,
    usd: 1e8,
    share,
  })),
);

test('a mark stands at every row whose prices reach into a band, and at no other', () => {
  assert(
    property(ladders, bands, boolean(), (prices, list, areAsks) => {
      const [market, sign] = areAsks ? [PRICE * 0.91, -1] : [PRICE * 1.09, 1];
      const towards = prices.toSorted((a, b) => sign * (a - b));
      const least = Math.min(...towards.slice(1).map((price, index) => Math.abs(price - towards[index]!)));
      const [rows] = readBook([toCells(prices)], market) ?? [];

      const marks = bookMarks(rows ?? [], list);

      const wanted = prices.flatMap((price, index) => {
        const next = towards[towards.indexOf(price) + 1] ?? price + sign * least;
        const reaches = ({ low, high }: ChartBand) =>
          areAsks ? low <= price && high > next : high >= price && low < next;
        return list.some(reaches) ? [100 + 19.5 * index] : [];
      });
      expect(marks.map(({ y }) => y)).toEqual(wanted);
    }),
    SEEDED,
  );
});

test('a column with two rows exchanged, or one repeated, has no rows at all', () => {
  assert(
    property(ladders, integer({ min: 0, max: 1e6 }), boolean(), (prices, place, isRepeated) => {
      const at = place % (prices.length - 1);
      const [one, other] = [prices[at]!, prices[at + 1]!];
      const spoilt = isRepeated ? prices.with(at, other) : prices.with(at, other).with(at + 1, one);

      expect(readBook([toCells(spoilt)], PRICE)).toBeNull();
    }),
    SEEDED,
  );
});

test('what a price cell says is a plain positive number or nothing, whatever the page writes', () => {
  assert(
    property(anyText(40), (text) => {
      const price = parseBookPrice(text);
      expect(price === null || (Number.isFinite(price) && price >= 0 && /^[\d,.]+$/.test(text.trim()))).toBe(
        true,
      );
    }),
    SEEDED,
  );
});

test('a price is read as it was written, with thousands apart or not', () => {
  assert(
    property(integer({ min: 0, max: 1e9 }), integer({ min: 0, max: 8 }), (units, digits) => {
      const price = Number((units / 10 ** digits).toFixed(digits));
      const grouped = price.toLocaleString('en', {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      });

      expect(parseBookPrice(grouped)).toBe(price);
      expect(parseBookPrice(price.toFixed(digits))).toBe(price);
    }),
    SEEDED,
  );
});
