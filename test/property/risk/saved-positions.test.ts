import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { checkDraft, draftOf, positionProblem } from '../../../components/popup/position-draft.ts';
import { FORMULAS } from '../../../core/risk/formulas/registry.ts';
import { readPositionFile, writePositionFile } from '../../../core/market/position-file.ts';
import { parseJsonWithLines } from '../../../core/market/json-lines.ts';
import type { SavedPosition } from '../../../core/market/position.ts';
import { positionLiquidation } from '../../../core/risk/liquidation.ts';
import { LOCALES } from '../../support/locales.ts';

const SEED = 20_260_112;

/** Amounts as traders type them: at most seven figures. */
const amount = (low: number, high: number) =>
  fc
    .double({ min: Math.log(low), max: Math.log(high), noNaN: true })
    .map((exponent) => Number(Math.exp(exponent).toPrecision(7)));

/** Shares in whole percents, as a ladder is typed. */
const targets = fc
  .array(fc.record({ price: amount(0.001, 200_000), percent: fc.integer({ min: 1, max: 33 }) }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((steps) => steps.map(({ price, percent }) => ({ price, share: percent / 100 })));

const linearWithout = fc.record<SavedPosition>({
  id: fc.uuid(),
  venue: fc.constantFrom(...FORMULAS.map(({ venue }) => venue)),
  base: fc.constantFrom('BTC', 'ETH', 'PEPE'),
  side: fc.constantFrom('long' as const, 'short' as const),
  entryPrice: amount(0.001, 200_000),
  size: fc.record({ unit: fc.constantFrom('base' as const, 'usd' as const), value: amount(0.01, 1e6) }),
  margin: fc.oneof(
    amount(1, 125).map((leverage) => ({ kind: 'leverage' as const, leverage: Math.max(1, leverage) })),
    amount(1, 1e6).map((usd) => ({ kind: 'usd' as const, usd })),
  ),
  marginMode: fc.constant('isolated' as const),
  walletBalanceUsd: fc.constant(null),
  addedMarginUsd: fc.constantFrom(0, 12.5),
  stopPrice: fc.option(amount(0.001, 200_000)),
  horizonHours: fc.integer({ min: 1, max: 720 }),
});

const linear = fc
  .tuple(linearWithout, fc.option(targets))
  .map(([position, ladder]): SavedPosition =>
    ladder === null ? position : { ...position, targets: ladder },
  );

const inverse = fc
  .record({
    position: linear,
    venue: fc.constantFrom(...FORMULAS.filter(({ hasInverse }) => hasInverse).map(({ venue }) => venue)),
    margin: fc.oneof(
      amount(1, 125).map((leverage) => ({ kind: 'leverage' as const, leverage: Math.max(1, leverage) })),
      amount(0.001, 100).map((base) => ({ kind: 'base' as const, base })),
    ),
  })
  .map(({ position, venue, margin }): SavedPosition => ({
    ...position,
    venue,
    contract: 'inverse',
    margin,
    addedMarginUsd: 0,
    walletBalanceBase: null,
    addedMarginBase: 0,
  }));

const anyPosition = fc.oneof(linear, inverse);

test('a position comes out of the form and out of a file as it went in', () => {
  fc.assert(
    fc.property(anyPosition, fc.constantFrom(...LOCALES), (position, locale) => {
      expect(checkDraft(draftOf(position, locale), locale, null).position).toEqual(position);
      expect(readPositionFile(writePositionFile([position]), positionProblem)).toEqual({
        positions: [position],
        refused: [],
      });
    }),
    { seed: SEED, numRuns: 300 },
  );
});

test('every answer is a positive price or a reason, never anything between', () => {
  fc.assert(
    fc.property(anyPosition, (position) => {
      const { liquidationPrice, bankruptcyPrice, reason } = positionLiquidation(position, { tiers: null });

      expect(reason).toBe(liquidationPrice === null ? 'fully-backed' : null);
      expect(liquidationPrice === null || (Number.isFinite(liquidationPrice) && liquidationPrice > 0)).toBe(
        true,
      );
      expect(bankruptcyPrice === null || bankruptcyPrice > 0).toBe(true);
    }),
    { seed: SEED, numRuns: 500 },
  );
});

test('at the liquidation of an inverse position its coins are worth the maintenance', () => {
  const tiers = {
    basis: 'notional-usd' as const,
    tiers: [{ floor: 0, cap: 1e12, maintenanceRate: 0.01, deductionUsd: 0, maxLeverage: 100 }],
    atMs: 0,
    source: 'venue' as const,
  };
  const position = inverse.map((one) => ({
    ...one,
    venue: 'binance',
    size: { unit: 'usd' as const, value: one.size.value },
    margin: { kind: 'base' as const, base: one.size.value / one.entryPrice / 10 },
  }));
  fc.assert(
    fc.property(position, (one) => {
      const { liquidationPrice } = positionLiquidation(one, { tiers });
      const price = liquidationPrice ?? NaN;

      const sign = one.side === 'long' ? 1 : -1;
      const coins =
        one.size.value / one.entryPrice / 10 + sign * one.size.value * (1 / one.entryPrice - 1 / price);
      expect((coins * price) / (0.01 * one.size.value)).toBeCloseTo(1, 6);
    }),
    { seed: SEED, numRuns: 300 },
  );
});

test('the reader of lines takes what JSON takes and nothing else', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), fc.nat(), fc.string({ maxLength: 2 }), (json, at, noise) => {
      const place = at % (json.length + 1);
      const text = json.slice(0, place) + noise + json.slice(place);
      const taken = (read: () => unknown): { value: unknown } | null => {
        try {
          return { value: read() };
        } catch {
          return null;
        }
      };

      expect(taken(() => parseJsonWithLines(text).value)).toEqual(taken(() => JSON.parse(text)));
    }),
    { seed: SEED, numRuns: 500 },
  );
});
