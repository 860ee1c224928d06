import { describe, expect, test } from 'vitest';

import type { OwnLiquidation } from '../../../core/market/own-line.ts';
import type { SavedPosition } from '../../../core/market/position.ts';
import { marketsBehind, ownLines, positionsOnChart } from '../../../core/report/own-lines.ts';
import { dollarsBetween } from '../../../core/risk/advice/path-to-liquidation.ts';
import { buildPosition } from '../../support/sample-position.ts';
import { buildReport, SAMPLE_AT } from '../../support/sample-report.ts';

const report = buildReport({ price: 90_000 });
const markets = { BTC: { report, tiers: {} } };

/** 0.1 BTC at ten times leverage: (90,000 - 9,000) / (1 - 0.004) = 81,325.3 */
const position: SavedPosition = buildPosition({
  entryPrice: 90_000,
  size: { unit: 'base', value: 0.1 },
  stopPrice: null,
});
const liquidationOf = (...given: Parameters<typeof ownLines>) =>
  ownLines(...given).find((line): line is OwnLiquidation => line.role === 'liquidation');

describe('lines of a position', () => {
  test('are its liquidation with what is known of it, its entry, its stop and its targets', () => {
    const full = {
      ...position,
      stopPrice: 88_000,
      targets: [
        { price: 95_000, share: 0.5 },
        { price: 99_000, share: 0.5 },
      ],
    };
    const [liquidation, ...others] = ownLines([full], [full], markets);

    expect(liquidation).toMatchObject({ role: 'liquidation', isEstimate: true });
    expect(liquidation?.price).toBeCloseTo(81_325.3, 0);
    expect(others).toEqual([
      { role: 'entry', price: 90_000 },
      { role: 'stop', price: 88_000 },
      { role: 'target', price: 95_000 },
      { role: 'target', price: 99_000 },
    ]);
  });

  test('say how far and how likely the liquidation is, and which dollars of its side lie on the way', () => {
    const liquidation = liquidationOf([position], [position], markets)!;
    const { map } = report;

    // 81,325.3 / 90,000 - 1
    expect(liquidation.distance).toBeCloseTo(-0.09639, 4);
    expect(liquidation.chance24h).toBeGreaterThan(0);
    expect(liquidation.chance24h).toBeLessThan(0.2);
    expect(liquidation.betweenUsd).toBeCloseTo(
      dollarsBetween(map!, map!.longExposureUsd, liquidation.price, 90_000),
      0,
    );
    expect(liquidation.betweenUsd).toBeGreaterThan(1e9);
  });

  test('go by the mark price of their venue', () => {
    const mark = { venue: 'binance', price: 85_000, at: report.at, isAside: false } as const;
    const marked = { BTC: { report: { ...report, marks: [mark] }, tiers: {} } };

    // 81,325.3 / 85,000 - 1
    expect(liquidationOf([position], [position], marked)?.distance).toBeCloseTo(-0.04323, 4);
  });

  test('of a market without a report have no more than their prices', () => {
    expect(ownLines([position], [position], {})).toEqual([
      {
        role: 'liquidation',
        price: expect.closeTo(81_325.3, 0),
        isEstimate: true,
        distance: null,
        chance24h: null,
        betweenUsd: null,
      },
      { role: 'entry', price: 90_000 },
    ]);
  });

  test('of a position that cannot be liquidated are its entry alone', () => {
    const backed: SavedPosition = { ...position, margin: { kind: 'leverage', leverage: 1 } };

    expect(ownLines([backed], [backed], markets)).toEqual([{ role: 'entry', price: 90_000 }]);
  });

  test('reckon with what shares their margin in other coins', () => {
    const cross: SavedPosition = { ...position, marginMode: 'cross', walletBalanceUsd: 2_000 };
    const ether: SavedPosition = { ...cross, id: 'ether', base: 'ETH', entryPrice: 3_000 };
    const fallen = buildReport({ market: 'ETHUSDT', price: 2_000 });
    const all = [cross, ether];

    expect(marketsBehind([cross], [...all, buildPosition({ id: 'sol', base: 'SOL' })])).toEqual([
      'BTCUSDT',
      'ETHUSDT',
    ]);
    const before = liquidationOf([cross], all, markets)!;
    const after = liquidationOf([cross], all, { ...markets, ETH: { report: fallen, tiers: {} } })!;
    // The ether has lost 0.1 x 1,000 USD, which 0.1 BTC makes up for at a price higher by about 1,000.
    expect(after.price - before.price).toBeGreaterThan(900);
    expect(after.price - before.price).toBeLessThan(1_100);
  });
});

describe('a position that is typed in and stands in the page’s table, too', () => {
  const typed: SavedPosition = { ...position, stopPrice: 88_000 };
  /** (0.1 x 90,020 - 900) / (0.1 x 0.996) = 81,345.4, which is within 0.5 % of what the page says. */
  const shown = buildPosition({
    ...position,
    id: 'page-binance:BTCUSDT:long:isolated',
    entryPrice: 90_020,
    margin: { kind: 'usd', usd: 900 },
    origin: {
      kind: 'page',
      atMs: SAMPLE_AT,
      account: 'page-binance',
      instrument: 'BTCUSDT',
      markPrice: 90_000,
      liquidationPrice: 81_404.5,
      leverage: 10,
    },
  });
  const linesOf = (...held: readonly SavedPosition[]) =>
    ownLines(held, held, markets).map(({ role, price }) => [role, Math.round(price)]);

  test('has one set of lines: the page’s liquidation and entry, and every stop and target', () => {
    const planned = { ...typed, targets: [{ price: 95_000, share: 1 }] };

    expect(linesOf(planned, shown)).toEqual([
      ['liquidation', 81_345],
      ['entry', 90_020],
      ['stop', 88_000],
      ['target', 95_000],
    ]);
    expect(linesOf(planned, { ...shown, stopPrice: 88_000 })).toEqual(linesOf(planned, shown));
  });

  test('keeps the liquidation that is known of it where the page names none', () => {
    const cross = { ...shown, marginMode: 'cross', margin: { kind: 'leverage', leverage: 10 } } as const;
    const unnamed = { ...cross, origin: { ...shown.origin!, liquidationPrice: null } };

    // 1,000 dollars behind 0.1 BTC: (90,000 - 10,000) / 0.996 = 80,321.3
    expect(linesOf({ ...typed, marginMode: 'cross', walletBalanceUsd: 1_000 }, unnamed)[0]).toEqual([
      'liquidation',
      80_321,
    ]);
  });

  test.each<readonly [string, Partial<SavedPosition>]>([
    ['is of the other side', { side: 'short' }],
    ['is a hundredth larger', { size: { unit: 'base', value: 0.101 } }],
    ['was entered a hundredth lower', { entryPrice: 89_100 }],
    ['is of the other margin mode', { marginMode: 'cross', walletBalanceUsd: 1_000 }],
  ])('is another one where it %s', (_name, other) => {
    expect(linesOf({ ...typed, ...other }, shown).filter(([role]) => role === 'entry')).toHaveLength(2);
  });

  test('is two where both were typed in', () => {
    expect(linesOf(typed, { ...typed, id: 'second' })).toHaveLength(6);
  });
});

describe('on the chart of a page', () => {
  const chart = { venue: 'binance', market: 'BTCUSDT', instrument: 'BTCUSDT', nowMs: SAMPLE_AT };
  const origin = {
    kind: 'address',
    address: '0x',
    label: null,
    maxLeverage: 40,
    isBackingImplied: false,
    account: 'a:',
    instrument: 'BTC',
    markPrice: 90_000,
    liquidationPrice: 80_000,
  } as const;
  const read = (ageMs: number): SavedPosition => ({
    ...position,
    venue: 'hyperliquid',
    origin: { ...origin, atMs: SAMPLE_AT - ageMs },
  });

  test.each<readonly [string, SavedPosition]>([
    ['at another venue', { ...position, venue: 'bybit' }],
    ['in another coin', { ...position, base: 'ETH' }],
    ['in a share of the coin’s name', { ...position, assetClass: 'equity' }],
    ['that is an example', { ...position, isExample: true }],
  ])('stands no position %s', (_name, other) => {
    expect(positionsOnChart([position, other], chart)).toEqual([position]);
  });

  test('stands what was read at a builder, on that builder’s page alone', () => {
    const [own, theirs] = [read(0), read(0)].map((one, index) => ({
      ...one,
      origin: { ...one.origin!, instrument: ['BTC', 'hyna:BTC'][index]! },
    }));
    const typed = { ...position, venue: 'hyperliquid' };
    const on = (instrument: string) =>
      positionsOnChart([own!, theirs!, typed], { ...chart, venue: 'hyperliquid', instrument });

    expect(on('BTC')).toEqual([own, typed]);
    expect(on('hyna:BTC')).toEqual([theirs, typed]);
    expect(on('other:BTC')).toEqual([typed]);
  });

  test('stands what was read at an address, until it is an hour old', () => {
    const [fresh, old] = [read(59 * 60_000), read(61 * 60_000)];

    const page = { ...chart, venue: 'hyperliquid', instrument: 'BTC' };
    expect(positionsOnChart([fresh, old], page)).toEqual([fresh]);
  });
});
