import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { ExitOrder } from '../../../core/market/account.ts';
import { accountPositions } from '../../../core/ledger/accounts/account-positions.ts';
import { accounts } from '../../../core/ledger/accounts/accounts.ts';
import { impliedWalletUsd } from '../../../core/ledger/accounts/implied-wallet.ts';
import { crossAccountOf } from '../../../core/risk/cross-account.ts';
import { formulaLiquidation } from '../../../core/risk/liquidation.ts';
import { hyperliquid } from '../../../core/venues/hyperliquid/hyperliquid.ts';
import type { Leg } from '../../exchange/market/kept-account.ts';
import { accountState, maintenanceOf } from '../../exchange/venues/hyperliquid/account-state.ts';
import { buildAccount, buildBook, buildHeld, buildTold } from '../../support/accounts.ts';

const NOW_MS = 1_768_176_750_000;
const MARKS: Readonly<Record<string, number>> = { BTC: 91_000, ETH: 3100, SOL: 140, kPEPE: 0.0062 };
const unknown = { markPriceOf: () => null, tiersOf: () => null };

const leg = (coin: string) =>
  fc
    .record({
      dollars: fc.double({ min: 100, max: 1e6, noNaN: true }),
      side: fc.constantFrom(1, -1),
      entry: fc.double({ min: 0.7, max: 1.4, noNaN: true }),
      leverage: fc.integer({ min: 1, max: 10 }),
      maxLeverage: fc.constantFrom(10, 20, 40),
      isCross: fc.boolean(),
    })
    .map(({ dollars, side, entry, leverage, maxLeverage, isCross }): Leg => {
      const mark = MARKS[coin]!;
      const szi = Number(((side * dollars) / mark).toPrecision(8));
      // At the mark an isolated position has its own share of what it is worth.
      const rawUsd = isCross ? null : (Math.abs(szi) / leverage - szi) * mark;
      return { coin, szi, entryPx: mark * entry, leverage, maxLeverage, rawUsd };
    });

/** An account that is not liquidated yet. */
const holdings = fc
  .record({
    legs: fc.tuple(...Object.keys(MARKS).map(leg)),
    freeShare: fc.double({ min: 0.05, max: 2, noNaN: true }),
  })
  .map(({ legs, freeShare }) => {
    const cross = legs.filter(({ rawUsd }) => rawUsd === null);
    const value = (one: Leg): number => one.szi * MARKS[one.coin]!;
    const worth = cross.reduce((sum, one) => sum + value(one), 0);
    const needed = cross.reduce((sum, one) => sum + Math.abs(value(one)) * maintenanceOf(one), 0);
    const notional = cross.reduce((sum, one) => sum + Math.abs(value(one)), 0);
    return { legs, crossRawUsd: needed + freeShare * notional - worth };
  });

describe('an account as its venue tells it', () => {
  test('is liquidated by the formula at the prices that the venue names, or nowhere as it says', () => {
    fc.assert(
      fc.property(holdings, (held) => {
        const answer = accountState(held, (coin) => MARKS[coin]!, NOW_MS);
        const book = hyperliquid.publicPositions!.account.book('', null).parse(answer, NOW_MS);
        const told = buildTold({
          books: [{ ...book, askedAtMs: NOW_MS, exits: null }],
          apart: { askedAtMs: NOW_MS, value: true },
        });
        const positions = accountPositions([buildAccount({ told })]);

        expect(positions).toHaveLength(held.legs.length);
        for (const position of positions) {
          const { markPrice, liquidationPrice } = position.origin!;
          const own = formulaLiquidation(position, {
            tiers: null,
            markPrice,
            ...crossAccountOf(position, positions, unknown),
          });
          // A price of next to nothing may be written as none.
          const [told, formula] = [liquidationPrice ?? 0, own.liquidationPrice ?? 0];
          expect(Math.abs(formula - told) / Math.max(markPrice, told)).toBeLessThan(1e-4);
        }
      }),
      { seed: 13, numRuns: 300 },
    );
  });

  test('is backed by what the venue’s prices imply just as by what it says of its margin', () => {
    fc.assert(
      fc.property(holdings, (held) => {
        const answer = accountState(held, (coin) => MARKS[coin]!, NOW_MS);
        const book = hyperliquid.publicPositions!.account.book('', null).parse(answer, NOW_MS);
        const notionalUsd = book.positions.reduce((sum, one) => sum + one.sizeBase * one.markPrice, 0);

        const implied = impliedWalletUsd(book) ?? book.crossWalletUsd;

        expect(Math.abs(implied - book.crossWalletUsd) / notionalUsd).toBeLessThan(1e-4);
      }),
      { seed: 16, numRuns: 200 },
    );
  });

  test('has the same positions after it was stored and read again', () => {
    fc.assert(
      fc.property(holdings, (held) => {
        const answer = accountState(held, (coin) => MARKS[coin]!, NOW_MS);
        const book = hyperliquid.publicPositions!.account.book('', null).parse(answer, NOW_MS);
        const account = buildAccount({
          told: buildTold({
            books: [{ ...book, askedAtMs: NOW_MS, exits: { askedAtMs: NOW_MS, value: [] } }],
          }),
        });

        expect(accounts.restore(JSON.parse(JSON.stringify([account])))).toEqual([account]);
      }),
      { seed: 14, numRuns: 100 },
    );
  });
});

describe('targets', () => {
  const order: fc.Arbitrary<ExitOrder> = fc.record({
    kind: fc.constantFrom('stop' as const, 'target' as const),
    instrument: fc.constant('BTC'),
    side: fc.constantFrom('long' as const, 'short' as const),
    price: fc.double({ min: 1, max: 200_000, noNaN: true }),
    sizeBase: fc.option(fc.double({ min: 1e-9, max: 2, noNaN: true })),
  });

  test('close no more than there is, nearest first, whatever orders there are', () => {
    fc.assert(
      fc.property(fc.array(order), fc.constantFrom('long' as const, 'short' as const), (orders, side) => {
        const book = buildBook({
          positions: [buildHeld({ side })],
          exits: { askedAtMs: 0, value: orders },
        });
        const [position] = accountPositions([buildAccount({ told: buildTold({ books: [book] }) })]);
        const targets = position?.targets ?? [];
        const prices = targets.map(({ price }) => price);

        expect(targets.reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(1 + 1e-12);
        expect(targets.every(({ share }) => share > 0)).toBe(true);
        expect(prices).toEqual(prices.toSorted((a, b) => (side === 'long' ? a - b : b - a)));
      }),
      { seed: 15 },
    );
  });
});
