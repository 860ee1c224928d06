import { describe, expect, test } from 'vitest';

import type { CoinTierFacts } from '../../../core/risk/liquidation-types.ts';
import { positionLiquidation } from '../../../core/risk/liquidation.ts';
import { readRecord } from '../../../core/headless/position-record.ts';
import { answerPosition } from '../../../core/risk/position-answer.ts';
import { coinTable } from '../../../core/risk/tiers/offline-table.ts';
import { buildPosition } from '../../support/sample-position.ts';

const liquidateRecord = (path: string, row: unknown) => readRecord(path, row).answer;

/** Long 10 million dollars of contracts at 45,000 with a wallet of 101 BTC, the example of Binance's calculator. */
const example = buildPosition({
  contract: 'inverse',
  entryPrice: 45_000,
  size: { unit: 'usd', value: 10e6 },
  marginMode: 'cross',
  walletBalanceBase: 101,
  stopPrice: null,
});

/** The brackets that BTCUSD had when the calculator was asked; the rows were changed on 2026-05-11. */
const asThen: CoinTierFacts = {
  ...coinTable(0, [
    [5, 0.004, 125],
    [10, 0.005, 100],
    [20, 0.01, 50],
    [50, 0.025, 20],
    [100, 0.05, 10],
    [200, 0.1, 5],
    [400, 0.125, 4],
    [1000, 0.15, 3],
    [1500, 0.25, 2],
    [5000, 0.5, 1],
  ]),
  source: 'venue',
};

describe('a COIN-M position', () => {
  test("is liquidated where Binance's calculator says, 33,599.4, by the venue's own brackets in coins", () => {
    const answer = positionLiquidation(example, { tiers: asThen });

    // 297.6 BTC of notional there: 12.5 % less 11.605 BTC. P = 11,250,000 / (101 + 222.2222 + 11.605).
    expect(answer.liquidationPrice).toBeCloseTo(11_250_000 / (101 + 10e6 / 45_000 + 11.605), 6);
    expect(answer.liquidationPrice).toBeCloseTo(33_599.4, 1);
    expect(answer).toMatchObject({
      estimate: false,
      tier: { maintenanceRate: 0.125, maxLeverage: 4 },
      tiersUsed: { source: 'venue', generic: false },
    });
  });

  test("by the table that ships with the extension has an estimate, in today's brackets", () => {
    const answer = positionLiquidation(example, { tiers: null });

    // 311.8 BTC of notional: 5 % less 4.18 BTC.
    expect(answer.liquidationPrice).toBeCloseTo(10_500_000 / (101 + 10e6 / 45_000 + 4.18), 6);
    expect(answer).toMatchObject({
      estimate: true,
      bankruptcyEstimate: false,
      tiersUsed: { source: 'offline', generic: false, atMs: Date.UTC(2026, 8, 17) },
    });
  });

  test('changes its bracket with the price, as its coins of notional do', () => {
    // 1 % below 110 coins, 20 % above them, continuous: 10,000 dollars at 100 are 100 coins, at 90.9 they are 110.
    const tiers = coinTable(0, [
      [110, 0.01, 50],
      [1000, 0.2, 5],
    ]);
    const position = { ...example, entryPrice: 100, size: { unit: 'usd', value: 10_000 } as const };

    const answer = positionLiquidation({ ...position, walletBalanceBase: 15 }, { tiers });

    // Deduction 110 * 0.19 = 20.9 coins: 15 + 100 - 10,000 / P = 2,000 / P - 20.9, P = 12,000 / 135.9 = 88.3.
    expect(answer.liquidationPrice).toBeCloseTo(12_000 / 135.9, 10);
    expect(answer.tier?.maintenanceRate).toBe(0.2);
  });

  test('has a margin ratio of one at its liquidation', () => {
    const { ladder, liquidation } = answerPosition({
      position: example,
      context: { tiers: null, markPrice: 45_000 },
      report: {
        price: null,
        atr1dUsd: null,
        map: null,
        clusters: [],
        levels: [],
        positioning: {
          fundingRate8h: null,
          longShortAccountRatio: null,
          takerImbalance: null,
          nextFundingAt: null,
          perVenue: [],
        },
      },
      forecast: null,
      draws: [],
      wishes: null,
    });

    const rung = ladder.find(({ price }) => price === liquidation.liquidationPrice);
    expect(rung?.marginRatio).toBeCloseTo(1, 9);
  });
});

describe('a recorded position', () => {
  const record = (inputs: object, contractType = 'inverse') => ({
    id: 'one',
    venue: 'binance',
    contractType,
    marginMode: 'cross',
    side: 'long',
    inputs,
  });

  test('without rate or tiers is answered by the table of its contract, as an estimate', () => {
    const answer = liquidateRecord(
      'row 1',
      record({ symbol: 'BTCUSD_PERP', sizeUsd: 10e6, entryPrice: 45_000, walletBalanceCoins: 101 }),
    );

    expect(answer).toMatchObject({ estimate: true, liquidationPrice: expect.closeTo(32_070.63, 1) });
  });

  test('that names its rate needs no table, and is no estimate', () => {
    const answer = liquidateRecord(
      'row 1',
      record({
        symbol: 'BTCUSD_PERP',
        sizeUsd: 10e6,
        entryPrice: 45_000,
        walletBalanceCoins: 101,
        mmr: 0.125,
        maintAmount: 11.605,
      }),
    );

    expect(answer).toMatchObject({ estimate: false, liquidationPrice: expect.closeTo(33_599.4, 1) });
  });

  test('of a linear contract without its rate is an estimate too', () => {
    const answer = liquidateRecord(
      'row 1',
      record({ symbol: 'BTCUSDT', sizeCoins: 1, entryPrice: 45_000, walletBalance: 5_000 }, 'linear'),
    );

    expect(answer.estimate).toBe(true);
  });

  test('that names neither symbol nor rate is refused by the name of the field', () => {
    expect(() =>
      liquidateRecord('row 1', record({ sizeUsd: 10e6, entryPrice: 45_000, walletBalanceCoins: 101 })),
    ).toThrow('row 1.inputs.mmr: is missing');
  });
});
