import { describe, expect, test } from 'vitest';

import type { ExitOrder } from '../../../core/market/account.ts';
import { accountPositions } from '../../../core/ledger/accounts/account-positions.ts';
import { accountState } from '../../../core/ledger/accounts/account-state.ts';
import { crossAccountOf } from '../../../core/risk/cross-account.ts';
import { positionLiquidation } from '../../../core/risk/liquidation.ts';
import { buildAccount, buildBook, buildHeld, buildTold } from '../../support/accounts.ts';

const unknown = { markPriceOf: () => null, tiersOf: () => null };
const withBook = (...books: Parameters<typeof buildBook>) =>
  buildAccount({ told: buildTold({ books: [buildBook(...books)] }) });

describe('what is held at an address', () => {
  test('is a position with its own margin, named by nothing of the address', () => {
    const [position] = accountPositions([buildAccount({ label: 'Main' })]);

    expect(position).toMatchObject({
      id: 'account:BTC',
      venue: 'hyperliquid',
      base: 'BTC',
      size: { unit: 'base', value: 0.5 },
      margin: { kind: 'usd', usd: 4500 },
      marginMode: 'isolated',
      walletBalanceUsd: null,
      stopPrice: null,
      origin: { kind: 'address', label: 'Main', atMs: 1_000_000, instrument: 'BTC' },
    });
    expect(position?.targets).toBeUndefined();
    // (0.5 * 90,000 - 4500) / (0.5 * (1 - 0.5 / 40))
    expect(positionLiquidation(position!, { tiers: null }).liquidationPrice).toBeCloseTo(82_025.316456, 5);
  });

  test('comes nearest to its liquidation first, and what has none last', () => {
    const held = [
      buildHeld({ instrument: 'SOL', base: 'SOL', markPrice: 100, liquidationPrice: null }),
      buildHeld({ instrument: 'BTC', markPrice: 100, liquidationPrice: 80 }),
      buildHeld({ instrument: 'ETH', base: 'ETH', side: 'short', markPrice: 100, liquidationPrice: 110 }),
    ];

    expect(accountPositions([withBook({ positions: held })]).map(({ base }) => base)).toEqual([
      'ETH',
      'BTC',
      'SOL',
    ]);
  });

  test('in cross positions shares the wallet of its book, where each book has one', () => {
    // 2 ETH short at 3200 and 0.1 BTC long at 90,000 on a wallet of 5000; ETH at 3000, BTC at 91,000.
    const ether = buildHeld({
      base: 'ETH',
      instrument: 'ETH',
      side: 'short',
      sizeBase: 2,
      entryPrice: 3200,
      markPrice: 3000,
      liquidationPrice: 5581.5,
      maxLeverage: 25,
      isolatedMarginUsd: null,
    });
    const bitcoin = buildHeld({ sizeBase: 0.1, isolatedMarginUsd: null, liquidationPrice: null });
    const books = [buildBook({ positions: [ether, bitcoin], crossWalletUsd: 5000 })];
    const account = buildAccount({ told: buildTold({ books, apart: { askedAtMs: 0, value: true } }) });

    const held = accountPositions([account]);
    const [short] = held;
    const { liquidationPrice, alternative, marginUsd } = positionLiquidation(short!, {
      tiers: null,
      markPrice: 3000,
      ...crossAccountOf(short!, held, unknown),
    });

    // 5000 + 100 of the bitcoin's profit - 113.75 of its maintenance + 2 * (3200 - p) = 2 * p * 0.02
    expect(liquidationPrice).toBeCloseTo((5000 + 100 - 113.75 + 6400) / 2.04, 6);
    expect([alternative, marginUsd]).toEqual([null, 5000]);
  });

  test('in cross positions is backed by what the venue’s price implies where one balance backs several books', () => {
    // 0.5 BTC long at 90,000 with a liquidation at 82,000, and 2 ETH short at 3200 marked at 3000.
    const bitcoin = buildHeld({ isolatedMarginUsd: null, liquidationPrice: 82_000 });
    const ether = buildHeld({
      base: 'ETH',
      instrument: 'ETH',
      side: 'short',
      sizeBase: 2,
      entryPrice: 3200,
      markPrice: 3000,
      liquidationPrice: null,
      maxLeverage: 25,
      isolatedMarginUsd: null,
    });
    const books = [buildBook({ positions: [ether, bitcoin], crossWalletUsd: -40_000 })];

    for (const apart of [null, { askedAtMs: 0, value: false }]) {
      const held = accountPositions([buildAccount({ told: buildTold({ books, apart }) })]);
      const [long] = held;
      const liquidation = positionLiquidation(long!, {
        tiers: null,
        markPrice: 91_000,
        ...crossAccountOf(long!, held, unknown),
      });

      // 0.5 * 82,000 / 80 of its own and 2 * 3000 / 50 of the ether's maintenance, less its loss of 4000 and the ether's profit of 400.
      expect(long?.walletBalanceUsd).toBeCloseTo(512.5 + 120 + 4000 - 400, 9);
      expect(long?.origin).toMatchObject({ isBackingImplied: true });
      expect(liquidation.liquidationPrice).toBeCloseTo(82_000, 6);
      expect([liquidation.alternative, liquidation.estimate]).toEqual([null, false]);
    }
  });

  test('in cross positions is as the venue says where nothing implies what backs it', () => {
    const cross = buildHeld({ isolatedMarginUsd: null, liquidationPrice: null });
    const [position] = accountPositions([withBook({ positions: [cross] })]);

    expect(position?.walletBalanceUsd).toBeNull();
    expect(positionLiquidation(position!, { tiers: null })).toMatchObject({
      liquidationPrice: null,
      reason: 'none-named',
      marginUsd: null,
    });
  });
});

describe('its orders', () => {
  const order = (kind: ExitOrder['kind'], price: number, sizeBase: number | null = null): ExitOrder => ({
    kind,
    instrument: 'BTC',
    side: 'long',
    price,
    sizeBase,
  });
  const withOrders = (...value: readonly ExitOrder[]) =>
    accountPositions([withBook({ exits: { askedAtMs: 0, value } })])[0]!;

  test('are its stop and its targets, each with its share of the size', () => {
    const { stopPrice, targets } = withOrders(
      order('target', 99_000),
      order('stop', 88_000),
      order('target', 95_000, 0.2),
    );

    expect(stopPrice).toBe(88_000);
    expect(targets).toEqual([
      { price: 95_000, share: 0.4 },
      { price: 99_000, share: 0.6 },
    ]);
  });

  test('are the nearest of several stops that close all of it', () => {
    expect(withOrders(order('stop', 80_000), order('stop', 85_000)).stopPrice).toBe(85_000);
  });

  test('that close it in parts stop it where the last part goes', () => {
    expect(withOrders(order('stop', 88_000, 0.3), order('stop', 86_000, 0.2)).stopPrice).toBe(86_000);
  });

  test('that leave some of it are no stop', () => {
    expect(withOrders(order('stop', 88_000, 0.3)).stopPrice).toBeNull();
  });

  test('of another contract or side are none of it', () => {
    const { stopPrice, targets } = withOrders(
      { ...order('stop', 88_000), instrument: 'ETH' },
      { ...order('target', 99_000), side: 'short' },
    );

    expect([stopPrice, targets]).toEqual([null, undefined]);
  });
});

describe('the state of an account', () => {
  const builders = { askedAtMs: 0, value: ['xyz'] };
  const own = buildBook({ positions: [] });
  const others = buildBook({ builder: 'xyz', positions: [], atMs: 900_000 });
  const failure = { code: 'network' as const, count: 1, retryAtMs: 0 };
  const state = (told: Parameters<typeof buildTold>[0]) => accountState({ told: buildTold(told) });

  test('is that it is asked for until something was told', () => {
    expect(accountState({ told: null }).kind).toBe('asking');
  });

  test('is what it holds, as of the oldest part that was told', () => {
    const books = [buildBook(), others];

    expect(state({ builders, books })).toEqual({ kind: 'held', positions: 1, atMs: 900_000, failure: null });
  });

  test.each(['missing', 'agent'] as const)(
    'is that the address is %s, never that it holds nothing',
    (value) => {
      expect(state({ builders, books: [own, others], role: { askedAtMs: 0, value } }).kind).toBe(value);
    },
  );

  test('is that it holds nothing once every part has answered and the venue knows the account', () => {
    const role = { askedAtMs: 0, value: 'account' as const };

    expect(state({ builders, books: [own, others], role }).kind).toBe('none');
    expect(state({ builders, books: [own], role }).kind).toBe('asking');
    expect(state({ builders: null, books: [own], role }).kind).toBe('asking');
    expect(state({ builders, books: [own, others], role: null }).kind).toBe('asking');
  });

  test('is that it could not be read where that is so, and it was never told whole', () => {
    expect(state({ builders, books: [own], failure })).toMatchObject({ kind: 'failed', failure });
    expect(state({ books: [], failure })).toMatchObject({ kind: 'failed', atMs: null });
  });

  test('is what was told before where it cannot be read again', () => {
    expect(state({ failure })).toMatchObject({ kind: 'held', failure });
  });
});
