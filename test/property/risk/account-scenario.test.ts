import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import type { SavedPosition } from '../../../core/market/position.ts';
import { scenarioOutcome } from '../../../core/risk/account/scenario.ts';
import { positionLiquidation } from '../../../core/risk/liquidation.ts';

const RUNS = { seed: 20_261_130, numRuns: 200 };
const amount = (min: number, max: number) => fc.double({ min, max, noNaN: true });

const position = (marginMode: SavedPosition['marginMode']) =>
  fc
    .record({
      base: fc.constantFrom('BTC', 'ETH', 'SOL'),
      side: fc.constantFrom('long' as const, 'short' as const),
      venue: fc.constantFrom('binance', 'okx'),
      sizeUsd: amount(100, 1e5),
      leverage: amount(2, 20),
    })
    .map(({ base, side, venue, sizeUsd, leverage }): Omit<SavedPosition, 'id'> => ({
      venue,
      base,
      side,
      entryPrice: 100,
      size: { unit: 'usd', value: sizeUsd },
      margin: { kind: 'leverage', leverage },
      marginMode,
      walletBalanceUsd: marginMode === 'cross' ? 20_000 : null,
      addedMarginUsd: 0,
      stopPrice: null,
      horizonHours: 24,
    }));

const positions = (marginMode: SavedPosition['marginMode']) =>
  fc
    .array(position(marginMode), { minLength: 1, maxLength: 5 })
    .map((all) => all.map((one, at): SavedPosition => ({ ...one, id: String(at) })));

const moves = fc.record({ BTC: amount(-0.6, 0.6), ETH: amount(-0.6, 0.6), SOL: amount(-0.6, 0.6) });

const outcome = (all: readonly SavedPosition[], move: Readonly<Record<string, number>>, part = 1) =>
  scenarioOutcome({
    positions: all,
    markets: { tiersOf: () => null, markPriceOf: () => 100 },
    moveOf: ({ base }) => part * (move[base] ?? 0),
  });

test('isolated positions break at their liquidation prices, those that the way passes and no others', () => {
  fc.assert(
    fc.property(positions('isolated'), moves, (all, move) => {
      for (const { account, breaks } of outcome(all, move).accounts) {
        const [one] = account.positions;
        const { liquidationPrice } = positionLiquidation(one, { tiers: null, markPrice: 100 });
        const end = 100 * (1 + (move[one.base as keyof typeof move] ?? 0));
        const passes =
          liquidationPrice !== null &&
          (one.side === 'long' ? end <= liquidationPrice : end >= liquidationPrice);
        expect(breaks?.price ?? null).toBe(passes ? liquidationPrice : null);
      }
    }),
    RUNS,
  );
});

test('without a move nothing changes; half the way breaks no account that the whole way leaves', () => {
  fc.assert(
    fc.property(fc.oneof(positions('isolated'), positions('cross')), moves, (all, move) => {
      const still = outcome(all, {});
      fc.pre(still.first === null);
      expect(still.leftUsd).toBeCloseTo(still.equityUsd, 6);

      const [whole, half] = [outcome(all, move), outcome(all, move, 0.5)];
      const broken = ({ accounts }: typeof whole) =>
        accounts.flatMap(({ breaks }, at) => (breaks === null ? [] : [at]));
      expect(broken(whole)).toEqual(expect.arrayContaining([...broken(half)]));
      expect(half.first !== null || (whole.first?.at ?? 1) >= 0.5).toBe(true);
    }),
    RUNS,
  );
});

test('the sum of what is left is that of the accounts, whatever their order', () => {
  fc.assert(
    fc.property(positions('cross'), moves, (all, move) => {
      const [one, other] = [outcome(all, move), outcome(all.toReversed(), move)];

      expect(other.leftUsd).toBeCloseTo(one.leftUsd, 4);
      expect(other.first?.at ?? Infinity).toBeCloseTo(one.first?.at ?? Infinity, 6);
    }),
    RUNS,
  );
});
