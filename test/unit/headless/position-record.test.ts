import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readRecord } from '../../../core/headless/position-record.ts';
import { recordingsDir } from '../../support/recordings.ts';

const liquidateRecord = (path: string, row: unknown) => readRecord(path, row).answer;

interface Vector {
  readonly id: string;
  readonly expectedLiquidationPrice: number | null;
  readonly tolerance: number;
}

const build = (inputs: object, overrides: object = {}) => ({
  id: 'one',
  venue: 'binance',
  contractType: 'linear',
  marginMode: 'isolated',
  side: 'long',
  inputs: { entryPrice: 100, sizeCoins: 1, walletBalance: 10, mmr: 0.01, ...inputs },
  ...overrides,
});

const price = (row: object): number | null => liquidateRecord('row 1', row).liquidationPrice;

describe('inverse contracts of 1000 dollars entered at 100 with 1 coin of margin and 1 % maintenance', () => {
  const inverse = (venue: string, side: string, more: object = {}, overrides: object = {}) =>
    build(
      { sizeCoins: undefined, walletBalance: undefined, sizeUsd: 1000, marginCoins: 1, takerFee: 0, ...more },
      { venue, side, contractType: 'inverse', ...overrides },
    );

  // Coins: 1 + 1000 / 100 - 1000 / p = 0.01 * 1000 / p, so p = 1010 / 11. Short: 1 - 10 + 1000 / p = 10 / p, p = 990 / 9.
  test.each(['binance', 'okx', 'bitget', 'gate', 'bybit'])(
    'are liquidated at 1010 / 11 and 990 / 9 on %s',
    (venue) => {
      expect(price(inverse(venue, 'long'))).toBeCloseTo(1010 / 11, 10);
      expect(price(inverse(venue, 'short'))).toBeCloseTo(110, 10);
    },
  );

  test('have their maintenance fixed at entry by the older page of Bybit: 1000 / (10 + 1 - 0.1)', () => {
    const older = { formula: 'bybit_inverse_entry' };

    expect(price(inverse('bybit', 'long', {}, older))).toBeCloseTo(1000 / 10.9, 10);
    expect(price(inverse('bybit', 'short', {}, older))).toBeCloseTo(1000 / 9.1, 10);
  });

  test('cannot be liquidated as a short that holds its whole value in coins', () => {
    expect(price(inverse('binance', 'short', { marginCoins: 10 }))).toBeNull();
  });

  test('pay the fee at OKX and are shown one tick nearer', () => {
    // 1000 (1 + 0.01 + 0.0005) / 11 + 0.1.
    expect(price(inverse('okx', 'long', { takerFee: 0.0005, tickSize: 0.1 }))).toBeCloseTo(
      1010.5 / 11 + 0.1,
      10,
    );
  });
});

test("OKX's own example of an inverse position comes out to the last digit", () => {
  // Documentation of the positions endpoint: ETH-USD, 1 contract of 10 dollars, liqPx 2352.8496681818233.
  const inputs = {
    contracts: 1,
    contractSize: 10,
    entryPrice: 2566.31,
    marginCoins: 0.0003896645377994,
    mmr: 0.008,
    takerFee: 0.0005,
    tickSize: 0.01,
  };
  const row = {
    id: 'okx',
    venue: 'okx',
    contractType: 'inverse',
    marginMode: 'isolated',
    side: 'long',
    inputs,
  };

  expect(price(row)).toBeCloseTo(2352.8496681818233, 9);
});

describe('other forms of the inputs', () => {
  test('contracts and their size give the coins', () => {
    expect(price(build({ sizeCoins: undefined, contracts: 10, contractSize: 0.1 }))).toBeCloseTo(
      90 / 0.99,
      10,
    );
  });

  test("Binance's isolated margin holds the unrealised profit, which is taken out", () => {
    expect(price(build({ walletBalance: undefined, isolatedMargin: 13, unrealizedPnl: 3 }))).toBeCloseTo(
      90 / 0.99,
      10,
    );
  });

  test('leverage gives the margin, added margin comes on top', () => {
    expect(price(build({ walletBalance: undefined, leverage: 10, extraMargin: 5 }))).toBeCloseTo(
      85 / 0.99,
      10,
    );
  });

  test('what is available beside the initial margin makes a cross wallet: 20 and 10', () => {
    const inputs = { walletBalance: undefined, availableBalance: 20, leverage: 10 };

    expect(price(build(inputs, { marginMode: 'cross' }))).toBeCloseTo(70 / 0.99, 10);
  });

  test('without a rate the offline tiers of the symbol hold', () => {
    expect(price(build({ mmr: undefined, symbol: 'BTCUSDT' }))).toBeCloseTo(90 / 0.996, 10);
  });

  test('dYdX holds other markets at their oracle price', () => {
    // Quote -90 for 1 long; a short of 2 at 10 with 5 % maintenance: value -20, maintenance 1. p (1 - 0.03) = 90 + 21.
    const row = build(
      {
        quoteBalanceUsd: -90,
        oraclePrice: 100,
        mmf: 0.03,
        mmr: undefined,
        entryPrice: undefined,
        otherPositions: [{ sizeCoins: -2, oraclePrice: 10, mmf: 0.05 }],
      },
      { venue: 'dydx', marginMode: 'cross' },
    );

    expect(price(row)).toBeCloseTo(111 / 0.97, 10);
  });
});

describe('rows that are wrong', () => {
  test.each([
    [build({ entryPrice: 'x' }), 'row 1.inputs.entryPrice: expected a number'],
    [build({ sizeCoins: -1 }), 'row 1.inputs.sizeCoins: -1 is not above 0'],
    // Its notional overflows, which would read as a position that cannot be liquidated.
    [build({ sizeCoins: 1e300 }), 'row 1.inputs.sizeCoins: 1e+300 is above 1000000000000000000'],
    [build({ walletBalance: undefined }), 'row 1.inputs.leverage: is missing'],
    [build({}, { side: 'up' }), 'row 1.side: "up" is not one of long, short'],
    [build({}, { inputs: 3 }), 'row 1.inputs: expected an object'],
    [7, 'row 1: expected an object'],
  ])('name what is wrong: %#', (row, message) => {
    expect(() => liquidateRecord('row 1', row)).toThrow(message);
  });
});

const folder = recordingsDir();

describe('liquidation prices that venues published or recorded', () => {
  test.skipIf(folder === null)(
    'all come out within their tolerance (skipped where the recordings are absent)',
    () => {
      const vectors = JSON.parse(
        readFileSync(join(folder ?? '', 'risk/liquidation-vectors.json'), 'utf8'),
      ) as Vector[];

      const wrong = vectors.filter((vector, index) => !isAnswered(vector, index)).map(({ id }) => id);

      expect(vectors.length).toBeGreaterThan(40);
      expect(wrong).toEqual([]);
    },
  );
});

/** A venue that prints 0 means that there is none. */
function isAnswered(vector: Vector, index: number): boolean {
  const { liquidationPrice } = liquidateRecord(`row ${index + 1}`, vector);
  const expected = vector.expectedLiquidationPrice === 0 ? null : vector.expectedLiquidationPrice;
  if (expected === null || liquidationPrice === null) return liquidationPrice === expected;
  return Math.abs(liquidationPrice - expected) <= vector.tolerance * expected;
}
