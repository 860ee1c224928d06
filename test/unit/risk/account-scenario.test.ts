import { describe, expect, test } from 'vitest';

import type { SavedPosition } from '../../../core/market/position.ts';
import { knownScenarios } from '../../../core/risk/account/known-scenarios.ts';
import { readMoves, writeMoves } from '../../../core/risk/account/read-moves.ts';
import { scenarioOutcome } from '../../../core/risk/account/scenario.ts';
import { buildReport } from '../../support/sample-report.ts';
import { build, onePercent, price } from './positions.ts';

/** Each coin by its own move; a position without a price stands at its entry. */
const outcome = (
  positions: readonly SavedPosition[],
  moves: Readonly<Record<string, number>>,
  prices: Readonly<Record<string, number | null>> = {},
) =>
  scenarioOutcome({
    positions,
    markets: {
      tiersOf: () => onePercent,
      markPriceOf: ({ base, entryPrice }) => (base in prices ? (prices[base] ?? null) : entryPrice),
    },
    moveOf: ({ base }) => moves[base] ?? 0,
  });

/** A long of 1 BTC at 100 and a long of 2 ETH at 50, both backed by 20 dollars. */
const cross = (overrides: Partial<SavedPosition> = {}): SavedPosition =>
  build({ marginMode: 'cross', walletBalanceUsd: 20, ...overrides });
const btc = cross();
const eth = cross({ id: 'two', base: 'ETH', entryPrice: 50, size: { unit: 'base', value: 2 } });

describe('an isolated position', () => {
  test('loses what its coin loses', () => {
    const { accounts, equityUsd, leftUsd, first } = outcome([build()], { BTC: -0.05 });

    // Ten dollars of margin less five; one percent of 95 is held.
    expect([equityUsd, leftUsd, first]).toEqual([10, 5, null]);
    expect(accounts[0]?.now.marginRatio).toBeCloseTo(1 / 10, 12);
    expect(accounts[0]?.after?.marginRatio).toBeCloseTo(0.95 / 5, 12);
  });

  test('breaks at its liquidation price, and then nothing is left', () => {
    const { leftUsd, first } = outcome([build()], { BTC: -0.1 });

    // 90 / 0.99 = 90.909, after 9.0909 of the 10 percent.
    expect(first?.price).toBeCloseTo(90 / 0.99, 10);
    expect(first?.at).toBeCloseTo(0.909_09, 5);
    expect(leftUsd).toBe(0);
  });

  test('costs the others nothing', () => {
    const { accounts, leftUsd, first } = outcome([build(), { ...eth, walletBalanceUsd: 30 }], {
      BTC: -0.1,
      ETH: -0.1,
    });

    expect(accounts.map(({ breaks }) => breaks?.position.base)).toEqual(['BTC', undefined]);
    expect(first?.position.base).toBe('BTC');
    // Thirty dollars less two coins by five.
    expect(leftUsd).toBeCloseTo(20, 12);
  });
});

describe('a cross account', () => {
  test('adds up what each of its coins does', () => {
    const short = { ...eth, side: 'short' as const };
    const { accounts, equityUsd, leftUsd, first } = outcome([btc, short], { BTC: -0.1, ETH: -0.15 });

    // 20 - 10 + 15, holding one percent of 90 and of 85.
    expect([equityUsd, leftUsd, first]).toEqual([20, 25, null]);
    expect(accounts).toHaveLength(1);
    expect(accounts[0]?.after?.maintenanceUsd).toBeCloseTo(0.9 + 0.85, 12);
  });

  test('breaks where all of it no longer holds, by the position that has lost most', () => {
    const { first, leftUsd } = outcome([btc, eth], { BTC: -0.25 });

    // 20 - x = 1 - x / 100 + 1, so x = 18 / 0.99.
    expect(first?.position.id).toBe(btc.id);
    expect(first?.price).toBeCloseTo(100 - 18 / 0.99, 8);
    expect(first?.at).toBeCloseTo(18 / 0.99 / 25, 8);
    expect(leftUsd).toBe(0);
  });

  test('breaks sooner when its coins fall together, by the one that falls farther', () => {
    // 20 - 100 x - 200 x = 0.01 (100 (1 - x) + 100 (1 - 2 x)): x = 18 / 297 of which ETH goes twice.
    const { first } = outcome([btc, eth], { BTC: -0.1, ETH: -0.2 });

    expect(first?.position.id).toBe('two');
    expect(first?.price).toBeCloseTo(50 * (1 - (2 * 18) / 297), 8);
  });

  test('of one position breaks at its liquidation price', () => {
    const { first } = outcome([btc], { BTC: -0.3 });

    expect(first?.price).toBeCloseTo(price(btc) ?? NaN, 8);
  });

  test('breaks at once where it does not hold now', () => {
    expect(outcome([btc], { BTC: 0.5 }, { BTC: 80 }).first).toMatchObject({ at: 0, price: 80 });
  });

  test('of several balances counts the lowest, and says so', () => {
    const { accounts, equityUsd } = outcome([btc, { ...eth, walletBalanceUsd: 50 }], {});

    expect(accounts[0]?.account.hasSeveralBalances).toBe(true);
    expect(equityUsd).toBe(20);
  });

  test('is one for each venue', () => {
    expect(outcome([btc, { ...eth, venue: 'bybit' }], {}).accounts).toHaveLength(2);
  });
});

test('coins that back an inverse position lose twice: in number and in worth', () => {
  const inverse = build({
    contract: 'inverse',
    size: { unit: 'usd', value: 100 },
    margin: { kind: 'base', base: 0.5 },
    addedMarginBase: 0,
  });
  const { leftUsd } = outcome([inverse], { BTC: -0.2 });

  // Half a coin at 80 is 40 dollars; one coin's worth of contracts loses 20.
  expect(leftUsd).toBeCloseTo(20, 12);
});

test('what cannot be reckoned is left out, and what has no price is named', () => {
  const { leftOut, unpriced, accounts } = outcome(
    [cross({ id: 'without', walletBalanceUsd: null }), build({ id: 'unpriced', base: 'PEPE' })],
    {},
    { PEPE: null },
  );

  expect(leftOut.map(({ id }) => id)).toEqual(['without']);
  expect(unpriced.map(({ id }) => id)).toEqual(['unpriced']);
  expect(accounts).toHaveLength(1);
});

describe('a scenario as it is typed', () => {
  const held = ['BTC', 'ETH', '1INCH', 'CAT share'];
  test.each([
    ['BTC -10, ETH -15', { BTC: -0.1, ETH: -0.15 }],
    ['btc −10 % eth +5%', { BTC: -0.1, ETH: 0.05 }],
    ['BTC: -2.5; 1inch = 3', { BTC: -0.025, '1INCH': 0.03 }],
    ['BTC -2,5, ETH 1,5', { BTC: -0.025, ETH: 0.015 }],
    ['CAT share -4,BTC -10', { 'CAT share': -0.04, BTC: -0.1 }],
    ['', {}],
    ['-10 %', { BTC: -0.1, ETH: -0.1, '1INCH': -0.1, 'CAT share': -0.1 }],
  ])('%s', (text, expected) => {
    const read = readMoves(text, held);

    expect('moves' in read && Object.fromEntries(read.moves)).toEqual(expected);
  });

  test.each([
    ['BTC', 'unreadable', 'BTC'],
    ['10 BTC', 'unreadable', '10 BTC'],
    ['BTC -10, and more', 'unreadable', ', and more'],
    ['SOL -10', 'not-held', 'SOL'],
    ['BTC -100', 'too-far', 'BTC -100'],
    ['BTC 2000', 'too-far', 'BTC 2000'],
  ])('is refused: %s', (text, code, what) => {
    expect(readMoves(text, held)).toEqual({ problem: { code, text: what } });
  });

  test('is read as it is written', () => {
    const moves = new Map([
      ['BTC', -0.1],
      ['ETH', 0.125],
      ['1INCH', 0],
    ]);

    expect(writeMoves(moves)).toBe('BTC -10, ETH 12.5');
    expect(readMoves(writeMoves(moves), held)).toEqual({ moves: new Map([...moves].slice(0, 2)) });
  });
});

describe('what a report reckons with', () => {
  test('is a cascade of the nearest cluster on each side and a break of the nearest level', () => {
    const report = buildReport();
    const [down, up, level] = knownScenarios(report);

    const nearest = (side: 'long' | 'short') =>
      report.clusters
        .filter((cluster) => cluster.side === side && cluster.cascade !== null)
        .toSorted((a, b) => Math.abs(a.distance) - Math.abs(b.distance))[0];
    expect(down).toEqual({
      code: 'cascade-down',
      from: nearest('long')?.low,
      terminal: nearest('long')?.cascade?.terminal,
    });
    expect(up?.from).toBe(nearest('short')?.high);
    expect(level?.code).toBe('level-break');
    expect(report.breakdown.map(({ terminal }) => terminal)).toContainEqual(level?.terminal);
  });

  test('is nothing before there is a price, and no cascade without clusters', () => {
    expect(knownScenarios(buildReport({ price: null }))).toEqual([]);
    expect(knownScenarios(buildReport({ clusters: [] })).map(({ code }) => code)).toEqual(['level-break']);
  });
});
