import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import type { SavedPosition } from '../../../core/market/position.ts';
import { breakEvenPrice } from '../../../core/risk/plan/break-even.ts';
import { planChances } from '../../../core/risk/plan/plan-chances.ts';
import { sizeForRisk } from '../../../core/risk/plan/size-for-risk.ts';
import { constantVolatility } from '../../../core/risk/touch/volatility-forecast.ts';

const RUNS = { seed: 20_261_130, numRuns: 300 };

const amount = (min: number, max: number) => fc.double({ min, max, noNaN: true });

const position = fc
  .record({
    side: fc.constantFrom('long' as const, 'short' as const),
    contract: fc.constantFrom('linear' as const, 'inverse' as const),
    entryPrice: amount(0.01, 100_000),
    usd: amount(10, 1e7),
    stopAway: amount(0.001, 0.5),
    targetAway: amount(0.001, 0.5),
    horizonHours: fc.integer({ min: 1, max: 720 }),
  })
  .map(({ side, contract, entryPrice, usd, stopAway, targetAway, horizonHours }): SavedPosition => {
    const sign = side === 'long' ? 1 : -1;
    return {
      id: 'one',
      venue: 'binance',
      base: 'BTC',
      contract,
      side,
      entryPrice,
      size: { unit: 'usd', value: usd },
      margin: { kind: 'leverage', leverage: 10 },
      marginMode: 'isolated',
      walletBalanceUsd: null,
      addedMarginUsd: 0,
      stopPrice: entryPrice * (1 - sign * stopAway),
      targets: [{ price: entryPrice * (1 + sign * targetAway), share: 1 }],
      horizonHours,
    };
  });

test('at its break-even price a position has earned its fees and funding, and nothing more', () => {
  fc.assert(
    fc.property(position, amount(0, 0.001), amount(-0.01, 0.01), (one, takerFee, fundingShare) => {
      const usd = one.size.value;
      const fundingUsd = fundingShare * usd;
      const { entryPrice } = one;
      const price = breakEvenPrice(one, { takerFee, fundingUsd, markPrice: entryPrice }) ?? NaN;

      const sign = one.side === 'long' ? 1 : -1;
      const left =
        one.contract === 'inverse'
          ? (sign * (1 / entryPrice - 1 / price) - takerFee * (1 / entryPrice + 1 / price)) * usd -
            fundingUsd / entryPrice
          : ((sign * (price - entryPrice) - takerFee * (price + entryPrice)) * usd) / entryPrice - fundingUsd;
      expect(Math.abs(left) / (one.contract === 'inverse' ? usd / entryPrice : usd)).toBeLessThan(1e-9);
    }),
    RUNS,
  );
});

test('the size for a risk grows with it and never loses more than it at the stop', () => {
  fc.assert(
    fc.property(position, amount(1, 1e5), amount(1, 10), (one, riskUsd, more) => {
      const terms = { takerFee: 0.0005, depth: { atOnePercentUsd: 1e6 } };
      const size = sizeForRisk(one, riskUsd, terms);
      const larger = sizeForRisk(one, riskUsd * more, terms);

      const lossUsd = (size?.sizeBase ?? NaN) * Math.abs(one.entryPrice - (one.stopPrice ?? NaN));
      expect(lossUsd).toBeLessThanOrEqual(riskUsd);
      expect(larger?.notionalUsd).toBeGreaterThanOrEqual((size?.notionalUsd ?? NaN) * (1 - 1e-9));
    }),
    RUNS,
  );
});

test('target, stop and neither are together 1; a stop farther off makes the target likelier', () => {
  fc.assert(
    fc.property(position, amount(0.0001, 0.02), amount(1, 2), (one, dailyVariance, more) => {
      const question = {
        position: one,
        price: one.entryPrice,
        liquidationPrice: null,
        forecast: constantVolatility(dailyVariance),
      };
      const { first } = planChances(question) ?? {};
      const [target, end, neither] = [first?.target ?? NaN, first?.end ?? NaN, first?.neither ?? NaN];
      const stop = one.stopPrice ?? NaN;
      const farther = one.entryPrice * (stop / one.entryPrice) ** more;

      expect(target + end + neither).toBeCloseTo(1, 12);
      expect(
        planChances({ ...question, position: { ...one, stopPrice: farther } })?.first.target,
      ).toBeGreaterThanOrEqual(target - 1e-9);
    }),
    RUNS,
  );
});
