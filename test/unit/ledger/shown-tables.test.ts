import { describe, expect, test } from 'vitest';

import {
  activeTables,
  dropShown,
  keepShown,
  shownPositions,
  type ShownTables,
  shownTables,
} from '../../../core/ledger/shown-tables.ts';
import type { TableReading } from '../../../core/market/shown-position.ts';
import { positionLiquidation } from '../../../core/risk/liquidation.ts';
import { buildShown } from '../../support/shown-position.ts';

const NOW_MS = 1_768_480_496_000;
const READ: TableReading = { kind: 'read', positions: [buildShown()], leftOut: 0 };
const doubt = (code: Extract<TableReading, { kind: 'doubt' }>['doubt']): TableReading => ({
  kind: 'doubt',
  doubt: code,
});
const kept = (reading: TableReading, tables: ShownTables = {}, nowMs = NOW_MS, page = '7'): ShownTables =>
  keepShown(tables, page, { site: 'binance', reading }, nowMs);

describe('what a page shows is held as long as the page says so', () => {
  test('ninety seconds after its last word nothing is left of it', () => {
    expect(activeTables(kept(READ), ['binance'], NOW_MS + 89_999)).toHaveLength(1);
    expect(activeTables(kept(READ), ['binance'], NOW_MS + 90_000)).toEqual([]);
    expect(kept(doubt('text'), kept(READ), NOW_MS + 90_000, '8')).not.toHaveProperty('7');
  });

  test('a site that is not switched on shows nothing, whatever is kept', () => {
    expect(activeTables(kept(READ), [], NOW_MS)).toEqual([]);
    expect(activeTables(kept(READ), ['bybit'], NOW_MS)).toEqual([]);
  });

  test('of two pages of a site the one that was looked at last counts', () => {
    const both = kept({ ...READ, positions: [] }, kept(READ), NOW_MS + 1, '8');

    expect(shownPositions(activeTables(both, ['binance'], NOW_MS + 1))).toEqual([]);
  });

  test('a doubt takes the place of what was read; a table that is out of sight for a while does not', () => {
    expect(kept(doubt('numbers'), kept(READ))['7']?.reading).toEqual(doubt('numbers'));
    expect(kept(doubt('none'), kept(READ), NOW_MS + 1)).toEqual(kept(READ));
    expect(kept(doubt('none'))['7']?.reading).toEqual(doubt('none'));
  });

  test('a clock that was set back leaves nothing for longer', () => {
    expect(activeTables(kept(READ), ['binance'], NOW_MS - 90_000)).toHaveLength(1);
    expect(activeTables(kept(READ), ['binance'], NOW_MS - 90_001)).toEqual([]);
  });

  test('one click lets go of all of a site', () => {
    expect(dropShown(kept(READ), ({ site }) => site === 'binance')).toEqual({});
  });

  test('what is stored otherwise than it was written is as if it were not', () => {
    expect(shownTables.restore(kept(READ))).toEqual(kept(READ));
    expect(
      shownTables.restore({ '7': { site: 'binance', atMs: 1, untilMs: 2, reading: { kind: 'read' } } }),
    ).toEqual({});
    expect(shownTables.restore('nonsense')).toEqual({});
  });
});

describe('a position that a page shows', () => {
  const positionOf = (overrides: Parameters<typeof buildShown>[0] = {}) =>
    shownPositions(
      activeTables(kept({ ...READ, positions: [buildShown(overrides)] }), ['binance'], NOW_MS),
    )[0]!;
  /** 90,000 - 9,000 of margin a coin, over one less a maintenance of 0.4 %. */
  const FORMULA = (90_000 - 9_000) / (1 - 0.004);
  const tiers = {
    basis: 'notional-usd',
    tiers: [{ floor: 0, cap: 1e9, maintenanceRate: 0.004, deductionUsd: 0, maxLeverage: 125 }],
    atMs: NOW_MS,
    source: 'venue',
  } as const;

  test('is none of those that the user typed in, and names no address', () => {
    expect(positionOf()).toMatchObject({
      id: 'page-binance:BTCUSDT:long:isolated',
      venue: 'binance',
      base: 'BTC',
      margin: { kind: 'usd', usd: 4_500 },
      origin: { kind: 'page', account: 'page-binance', leverage: 10, atMs: NOW_MS },
    });
  });

  test('is compared with our formula: 0.5 % apart the page’s price stands with ours beside it', () => {
    const near = positionLiquidation(positionOf({ liquidationPrice: FORMULA * 1.004 }), { tiers });
    const far = positionLiquidation(positionOf({ liquidationPrice: FORMULA * 1.006 }), { tiers });

    expect([near.liquidationPrice, near.alternative]).toEqual([expect.closeTo(FORMULA, 1), null]);
    expect(far.liquidationPrice).toBeCloseTo(FORMULA * 1.006, 6);
    expect(far.alternative).toEqual({ liquidationPrice: expect.closeTo(FORMULA, 1), name: 'formula' });
  });

  test('that is cross stands at the price of the page, as the balance behind it is not shown', () => {
    const cross = positionOf({ marginMode: 'cross', marginUsd: null });

    expect(positionLiquidation(cross, { tiers })).toMatchObject({
      liquidationPrice: 81_404.5,
      alternative: null,
    });
  });
});
