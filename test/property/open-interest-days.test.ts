import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { openInterestDays, type VenueDays } from '../../core/report/open-interest-days.ts';
import { VENUE_IDS, type VenueId } from '../../core/market/venue-id.ts';

const SEED = 20_251_007;
const DAYS = 6;

/** Coins of neighbouring days are alike, so that no day is taken for a fault. */
const base = fc.double({ min: 100, max: 350, noNaN: true });

const venues: fc.Arbitrary<readonly VenueDays[]> = fc
  .tuple(
    ...VENUE_IDS.map((venue) =>
      fc.record({
        venue: fc.constant(venue),
        nowBase: fc.option(base),
        base: fc
          .array(fc.option(base, { nil: NaN }), { minLength: DAYS, maxLength: DAYS })
          .map((days) => Float64Array.from(days)),
      }),
    ),
  )
  .map((all): readonly VenueDays[] => all);
const price = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
const priced = (usd: number) => new Float64Array(DAYS).fill(usd);
const isKnown = (usd: number | undefined): usd is number => usd !== undefined && !Number.isNaN(usd);

describe('open interest of past days', () => {
  test('is never less than what was told, and lies within its interval', () => {
    fc.assert(
      fc.property(venues, price, (all, usd) => {
        const days = openInterestDays(all, priced(usd));
        for (const [day, total] of days.usd.entries()) {
          if (!isKnown(total)) continue;
          const coins = all.map(({ base: told }) => told[day] ?? NaN).filter(isKnown);
          const told = coins.reduce((sum, one) => sum + one, 0) * usd;
          const [low, high] = [days.lowUsd[day]!, days.highUsd[day]!];
          expect(low).toBeGreaterThanOrEqual(told * (1 - 1e-9));
          expect(total).toBeGreaterThanOrEqual(low * (1 - 1e-9));
          expect(total).toBeLessThanOrEqual(high * (1 + 1e-9));
          expect(days.isScaled[day] === 0 ? total / told : 1).toBeCloseTo(1, 9);
        }
      }),
      { seed: SEED },
    );
  });

  test('does not depend on the order of the venues', () => {
    fc.assert(
      fc.property(venues, (all) => {
        const forwards = openInterestDays(all, priced(1)).usd;
        const backwards = openInterestDays(all.toReversed(), priced(1)).usd;
        for (const [day, usd] of forwards.entries()) {
          expect(isKnown(backwards[day])).toBe(isKnown(usd));
          expect(isKnown(usd) ? backwards[day]! / usd : 1).toBeCloseTo(1, 9);
        }
      }),
      { seed: SEED },
    );
  });

  test('a venue whose share has not changed since adds nothing when it begins to tell', () => {
    fc.assert(
      fc.property(
        base,
        fc.double({ min: 50, max: 300, noNaN: true }),
        base,
        (bybitNow, okxNow, bybitThen) => {
          const venue = (id: VenueId, nowBase: number, then: number): VenueDays => ({
            venue: id,
            nowBase,
            base: Float64Array.of(then),
          });
          const bybit = venue('bybit', bybitNow, bybitThen);
          const usdWith = (okxThen: number) =>
            openInterestDays([bybit, venue('okx', okxNow, okxThen)], Float64Array.of(1)).usd[0]!;

          expect(usdWith(NaN) / usdWith((bybitThen / bybitNow) * okxNow)).toBeCloseTo(1, 9);
        },
      ),
      { seed: SEED },
    );
  });
});
