import { describe, expect, test } from 'vitest';

import { breakEvenPrice } from '../../../core/risk/plan/break-even.ts';
import { planChances } from '../../../core/risk/plan/plan-chances.ts';
import { multipleOf, rewardOf } from '../../../core/risk/plan/reward.ts';
import { sizeForRisk } from '../../../core/risk/plan/size-for-risk.ts';
import { tradePlan } from '../../../core/risk/plan/trade-plan.ts';
import { firstTouch } from '../../../core/risk/touch/first-touch.ts';
import { touchProbability } from '../../../core/risk/touch/touch-probability.ts';
import { constantVolatility, returnLaw } from '../../../core/risk/touch/volatility-forecast.ts';
import { build } from './positions.ts';

/** Two coins from 100 with a stop at 95: ten dollars are one R. */
const long = build({
  size: { unit: 'base', value: 2 },
  stopPrice: 95,
  targets: [
    { price: 120, share: 0.25 },
    { price: 110, share: 0.5 },
  ],
});

const short = build({
  ...long,
  side: 'short',
  stopPrice: 105,
  targets: [
    { price: 80, share: 0.25 },
    { price: 90, share: 0.5 },
  ],
});

describe('what a position is to gain for what it risks', () => {
  test.each([
    ['long', long, [110, 120]],
    ['short', short, [90, 80]],
  ])('is counted in R, the nearest target of a %s first', (_side, position, prices) => {
    const { riskUsd, targets, openShare, rewardToRisk } = rewardOf(position);

    expect(riskUsd).toBeCloseTo(10, 12);
    // 10 and 20 dollars a coin are 2 R and 4 R; of two coins a half and a quarter are closed.
    expect(targets.map(({ price, multiple, profitUsd }) => [price, multiple, profitUsd])).toEqual([
      [prices[0], 2, 10],
      [prices[1], 4, 10],
    ]);
    expect(openShare).toBeCloseTo(0.25, 12);
    expect(rewardToRisk).toBeCloseTo(0.5 * 2 + 0.25 * 4, 12);
  });

  test('says where the price stands', () => {
    expect(multipleOf(long, 107.5)).toBeCloseTo(1.5, 12);
    expect(multipleOf(short, 107.5)).toBeCloseTo(-1.5, 12);
  });

  test.each([
    ['no stop', null],
    ['a stop beyond the entry, where nothing is lost', 101],
  ])('has no R with %s', (_what, stopPrice) => {
    const { riskUsd, rewardToRisk, targets } = rewardOf({ ...long, stopPrice });

    expect([riskUsd, rewardToRisk, multipleOf({ ...long, stopPrice }, 110)]).toEqual([null, null, null]);
    expect(targets.map(({ multiple, profitUsd }) => [multiple, profitUsd])).toEqual([
      [null, 10],
      [null, 10],
    ]);
  });
});

describe('the price at which nothing is gained', () => {
  const costs = { takerFee: 0.0005, fundingUsd: 0, markPrice: 100 };

  test('earns the fees of entry and exit', () => {
    // 100 x 1.0005 / 0.9995, and its mirror.
    expect(breakEvenPrice(long, costs)).toBeCloseTo(100.100_05, 5);
    expect(breakEvenPrice(short, costs)).toBeCloseTo(99.900_05, 5);
  });

  test('earns the funding too, or is spared what funding brings', () => {
    // 3 dollars are 1.5 a coin: (100 x 1.0005 + 1.5) / 0.9995.
    expect(breakEvenPrice(long, { ...costs, fundingUsd: 3 })).toBeCloseTo(101.600_8, 4);
    expect(breakEvenPrice(short, { ...costs, fundingUsd: 3 })).toBeCloseTo(98.400_8, 4);
    expect(breakEvenPrice(long, { ...costs, fundingUsd: -3 })).toBeCloseTo(98.599_3, 4);
  });

  test('of an inverse contract is where its coins come back', () => {
    const inverse = build({
      contract: 'inverse',
      size: { unit: 'usd', value: 10_000 },
      walletBalanceBase: null,
      addedMarginBase: 0,
    });

    // 10 dollars are 0.1 coin, 0.00001 a dollar of contracts: 1.0005 / (0.9995 / 100 - 0.00001).
    expect(breakEvenPrice(inverse, { ...costs, fundingUsd: 10 })).toBeCloseTo(1.0005 / 0.009_985, 8);
  });

  test('is none where funding takes more than any price brings', () => {
    expect(breakEvenPrice(short, { ...costs, fundingUsd: 300 })).toBeNull();
  });
});

describe('the size for a risk', () => {
  test('loses it between entry and stop, fees included', () => {
    const size = sizeForRisk(long, 60, { takerFee: 0.0005, depth: null });

    // Five percent and a tenth for fees: 60 / 0.051.
    expect(size?.notionalUsd).toBeCloseTo(1_176.470_6, 4);
    expect(size?.sizeBase).toBeCloseTo(11.764_706, 5);
  });

  test('is less where the stop would slip in a thin book', () => {
    const thin = sizeForRisk(long, 6_000, { takerFee: 0.0005, depth: { atOnePercentUsd: 500_000 } });

    expect(thin?.notionalUsd).toBeLessThan(117_647);
    expect(thin?.notionalUsd).toBeGreaterThan(60_000);
  });

  test('is none without a stop on the losing side', () => {
    const terms = { takerFee: 0.0005, depth: null };

    expect(sizeForRisk({ ...long, stopPrice: null }, 60, terms)).toBeNull();
    expect(sizeForRisk({ ...long, stopPrice: 101 }, 60, terms)).toBeNull();
  });
});

describe('the chances of a plan', () => {
  const forecast = constantVolatility(0.0016);
  const law = returnLaw(forecast, 24);
  const question = { position: long, price: 100, liquidationPrice: 90, forecast };

  test('race each target against the stop, in its order, and the nearest one decides how the plan ends first', () => {
    const chances = planChances(question);
    const race = (target: number) =>
      firstTouch({ ...law, up: Math.log(target / 100), down: Math.log(100 / 95) });

    expect(chances?.end).toEqual({ by: 'stop', price: 95 });
    expect(chances?.targets.map((one) => one?.horizon)).toEqual([race(120).up, race(110).up]);
    // A fair game in logarithms: ln(100 / 95) / ln(110 / 95) = 0.3499.
    expect(chances?.targets[1]?.ever).toBeCloseTo(0.349_9, 4);
    expect(chances?.first).toEqual({
      target: race(110).up,
      end: race(110).down,
      neither: race(110).neither,
    });
  });

  test('race against the liquidation where no stop comes before it', () => {
    const bare = { ...long, stopPrice: null };

    expect(planChances({ ...question, position: bare })?.end).toEqual({ by: 'liquidation', price: 90 });
    expect(planChances({ ...question, liquidationPrice: 96 })?.end).toEqual({ by: 'liquidation', price: 96 });
    expect(planChances({ ...question, position: bare, liquidationPrice: null })).toMatchObject({
      end: null,
      first: { end: null, target: touchProbability({ ...law, distance: Math.log(1.1) }) },
    });
  });

  test('of a stop alone are those of its touch', () => {
    const bare = build({ stopPrice: 95 });

    const end = touchProbability({ ...law, distance: Math.log(100 / 95) });
    expect(planChances({ ...question, position: bare })?.first).toEqual({
      target: null,
      end,
      neither: 1 - end,
    });
  });

  test('are none of a target that the price has passed, and none at all past the stop', () => {
    expect(planChances({ ...question, price: 112 })?.targets.map((one) => one === null)).toEqual([
      false,
      true,
    ]);
    expect(planChances({ ...question, price: 94 })).toBeNull();
    expect(planChances({ ...question, position: short, price: 106, liquidationPrice: 110 })).toBeNull();
  });

  test('are those of its mirror', () => {
    const up = planChances(question);
    // The same log distances the other way.
    const mirrored = build({
      side: 'short',
      stopPrice: 100 ** 2 / 95,
      targets: [
        { price: 100 ** 2 / 120, share: 0.25 },
        { price: 100 ** 2 / 110, share: 0.5 },
      ],
    });
    const down = planChances({ ...question, position: mirrored, liquidationPrice: 100 ** 2 / 90 });

    expect(down?.first.target).toBeCloseTo(up?.first.target ?? NaN, 12);
    expect(down?.first.end).toBeCloseTo(up?.first.end ?? NaN, 12);
  });
});

test('a plan has its targets and their chances in one order, the nearest first', () => {
  const { targets, chances } = tradePlan({
    position: long,
    price: 100,
    liquidationPrice: null,
    forecast: constantVolatility(0.0016),
    fundingUsd: null,
  });

  expect(targets.map(({ price }) => price)).toEqual([110, 120]);
  expect(chances?.targets[0]?.horizon).toBe(chances?.first.target);
});

test('a plan without volatility has its R and its costs', () => {
  const plan = tradePlan({
    position: long,
    price: 102.5,
    liquidationPrice: null,
    forecast: null,
    fundingUsd: null,
  });

  expect(plan).toMatchObject({ now: 0.5, chances: null, rewardToRisk: 2 });
  // Binance takes 0.05 % each way.
  expect(plan.breakEven).toEqual({
    takerFee: 0.0005,
    afterFees: (100 * 1.0005) / 0.9995,
    afterFunding: null,
  });
});
