import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PositionSide } from '../../../core/market/forced-order.ts';
import type { FormulaInput } from '../../../core/risk/formulas/formula.ts';
import { FORMULAS, formulaOf } from '../../../core/risk/formulas/registry.ts';
import type { Bracket, ContractType } from '../../../core/risk/margin-equation.ts';
import { venueLiquidation } from '../../../core/risk/venue-liquidation.ts';

const RUNS = { seed: 20261123, numRuns: 400 };

/** A number between two bounds, spread evenly over its logarithm. */
const between = (low: number, high: number) =>
  fc.double({ min: Math.log(low), max: Math.log(high), noNaN: true }).map(Math.exp);

const isolated = fc.record({
  venue: fc.constantFrom(...FORMULAS.map(({ venue }) => venue)),
  contract: fc.constantFrom<ContractType>('linear', 'inverse'),
  side: fc.constantFrom<PositionSide>('long', 'short'),
  quantity: between(1e-3, 1e6),
  entryPrice: between(1e-4, 2e5),
  leverage: between(1.2, 80),
  rate: between(0.002, 0.01),
  takerFee: between(1e-5, 1e-3),
});
type Isolated = typeof isolated extends fc.Arbitrary<infer T> ? T : never;

const notionalOf = ({
  contract,
  quantity,
  entryPrice,
}: Pick<Isolated, 'contract' | 'quantity' | 'entryPrice'>): number =>
  contract === 'linear' ? quantity * entryPrice : quantity / entryPrice;

const flat = (rate: number, deduction = 0): readonly Bracket[] => [
  { floor: 0, cap: Infinity, rate, deduction },
];

function inputOf(position: Isolated, overrides: Partial<FormulaInput> = {}): FormulaInput {
  const { contract, side, quantity, entryPrice, leverage, rate, takerFee } = position;
  return {
    contract,
    marginMode: 'isolated',
    side,
    quantity,
    entryPrice,
    margin: notionalOf(position) / leverage,
    addedMargin: 0,
    brackets: flat(rate),
    takerFee,
    tickSize: 0,
    othersMaintenance: 0,
    othersProfit: 0,
    oppositeLeg: null,
    fromPrice: entryPrice,
    ...overrides,
  };
}

function priceOf(position: Isolated, overrides: Partial<FormulaInput> = {}): number | null {
  const formula = formulaOf(position.venue);
  return formula && venueLiquidation(formula, inputOf(position, overrides)).liquidationPrice;
}

/** Log distance of the liquidation from entry towards the losing side; infinite where nothing liquidates. */
function roomOf(position: Isolated, overrides: Partial<FormulaInput> = {}): number {
  const price = priceOf(position, overrides);
  if (price === null) return Infinity;
  return (position.side === 'long' ? -1 : 1) * Math.log(price / position.entryPrice);
}

const SLACK = 1e-9;

describe('the liquidation price of every venue', () => {
  test('comes nearer as leverage rises', () => {
    fc.assert(
      fc.property(isolated, between(1.01, 3), (position, more) => {
        const higher = { ...position, leverage: position.leverage * more };
        expect(roomOf(higher)).toBeLessThanOrEqual(roomOf(position) + SLACK);
      }),
      RUNS,
    );
  });

  test('moves away as margin is added', () => {
    fc.assert(
      fc.property(isolated, between(1e-4, 10), (position, share) => {
        const addedMargin = share * notionalOf(position);
        expect(roomOf(position, { addedMargin })).toBeGreaterThanOrEqual(roomOf(position) - SLACK);
      }),
      RUNS,
    );
  });

  test('comes nearer as the maintenance rate rises', () => {
    fc.assert(
      fc.property(isolated, between(1.01, 3), (position, more) => {
        const brackets = flat(position.rate * more);
        expect(roomOf(position, { brackets })).toBeLessThanOrEqual(roomOf(position) + SLACK);
      }),
      RUNS,
    );
  });

  test('does not depend on the size within one tier', () => {
    fc.assert(
      fc.property(isolated, between(1e-3, 1e3), (position, scale) => {
        const scaled = { ...position, quantity: position.quantity * scale };
        const [one, many] = [roomOf(position), roomOf(scaled)];
        expect(one === many || Math.abs(one - many) < 1e-6).toBe(true);
      }),
      RUNS,
    );
  });

  test('is finite and above zero, or null', () => {
    fc.assert(
      fc.property(isolated, between(1e-6, 1e3), (position, share) => {
        const price = priceOf(position, { margin: share * notionalOf(position) });
        expect(price === null || (Number.isFinite(price) && price > 0)).toBe(true);
      }),
      RUNS,
    );
  });
});

test('a linear long is the mirror of an inverse short: price p against 1 / p', () => {
  // With x = 1 / price an inverse short of Q dollars is Q units bought at x.
  fc.assert(
    fc.property(isolated, (position) => {
      const long: Isolated = { ...position, venue: 'binance', contract: 'linear', side: 'long' };
      const short: Isolated = {
        ...long,
        contract: 'inverse',
        side: 'short',
        entryPrice: 1 / position.entryPrice,
      };
      const [one, other] = [roomOf(long), roomOf(short)];
      expect(one === other || Math.abs(one - other) < 1e-8).toBe(true);
    }),
    RUNS,
  );
});

test('a long and a short of equal leverage stand mirrored about entry but for the maintenance', () => {
  fc.assert(
    fc.property(isolated, (position) => {
      const entry = position.entryPrice;
      const at = (side: PositionSide) =>
        priceOf({ ...position, venue: 'binance', contract: 'linear', side }) ?? NaN;
      // long (1 - m) and short (1 + m) are E (1 - 1/L) and E (1 + 1/L), whose mean is E.
      const mean = (at('long') * (1 - position.rate) + at('short') * (1 + position.rate)) / 2;
      expect(mean / entry).toBeCloseTo(1, 9);
    }),
    RUNS,
  );
});

/** A progressive table on multiples of the entry notional: continuous by its deductions. */
const brackets = fc
  .array(fc.tuple(between(1.02, 1.6), between(1.05, 2)), { minLength: 0, maxLength: 6 })
  .map((steps) =>
    steps.reduce<{ floor: number; cap: number; rate: number; deduction: number }[]>(
      (table, [wider, steeper]) => {
        const below = table.at(-1);
        if (below === undefined) return table;
        const rate = Math.min(0.4, below.rate * steeper);
        const deduction = below.deduction + below.cap * (rate - below.rate);
        return [...table, { floor: below.cap, cap: below.cap * wider, rate, deduction }];
      },
      [{ floor: 0, cap: 0.5, rate: 0.004, deduction: 0 }],
    ),
  );

describe('recomputed independently', () => {
  test('equity equals maintenance and fees at the price that is returned, whatever the tiers', () => {
    fc.assert(
      fc.property(
        isolated,
        brackets,
        fc.constantFrom('binance', 'gate', 'bitget', 'hyperliquid'),
        (drawn, table, venue) => {
          const position = { ...drawn, venue };
          const notional = notionalOf(position);
          const scaled = table.map((b) => ({
            ...b,
            floor: b.floor * notional,
            cap: b.cap * notional,
            deduction: b.deduction * notional,
          }));
          const price = priceOf(position, { brackets: scaled });
          fc.pre(price !== null);
          const at = price ?? NaN;
          const { contract, side, quantity, entryPrice, leverage } = position;
          const direction = side === 'long' ? 1 : -1;
          const profit =
            contract === 'linear'
              ? direction * quantity * (at - entryPrice)
              : direction * quantity * (1 / entryPrice - 1 / at);
          const value = contract === 'linear' ? quantity * at : quantity / at;
          // Each slice of the value pays its own tier's rate: the same table without deductions.
          const maintenance = scaled.reduce((sum, { floor, cap, rate }, index) => {
            const top = index === scaled.length - 1 ? Infinity : cap;
            return sum + rate * Math.max(0, Math.min(value, top) - floor);
          }, 0);
          const fee = ['gate', 'bitget'].includes(venue) ? position.takerFee * value : 0;
          expect(Math.abs(notional / leverage + profit - maintenance - fee) / notional).toBeLessThan(1e-9);
        },
      ),
      { ...RUNS, numRuns: 1000 },
    );
  });

  test('the bankruptcy price leaves nothing and lies beyond the liquidation price', () => {
    fc.assert(
      fc.property(isolated, (position) => {
        const formula = formulaOf(position.venue);
        const answer = formula && venueLiquidation(formula, inputOf(position));
        fc.pre(answer !== null && answer.liquidationPrice !== null && answer.bankruptcyPrice !== null);
        const direction = position.side === 'long' ? 1 : -1;
        expect(
          direction * ((answer?.liquidationPrice ?? 0) - (answer?.bankruptcyPrice ?? 0)),
        ).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });
});
