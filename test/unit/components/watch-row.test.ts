import { describe, expect, test } from 'vitest';

import {
  isHot,
  nearness,
  orderRows,
  type WatchOrder,
  type WatchRow,
  watchRows,
  withoutReport,
} from '../../../components/watch-list/watch-row.ts';
import { buildPosition } from '../../support/sample-position.ts';
import { SAMPLE_AT } from '../../support/sample-report.ts';
import { screenedMarket } from '../../support/screened-market.ts';
import { watchedMarkets } from '../../support/watched-markets.ts';

const LIST = ['SOLUSDT', 'BTCUSDT', 'WIFUSDT', 'ETHUSDT', 'NVDA.equity'];
const KNOWN = {
  markets: watchedMarkets(),
  screened: [
    screenedMarket({
      market: 'WIFUSDT',
      price: 1.25,
      dayChange: 0.4,
      openInterestUsd: 7e7,
      openInterestDayChange: 0.9,
      fundingRate8h: 0.002,
      nextFundingAtMs: 5,
    }),
  ],
  isTold: false,
  positions: [],
  nowMs: SAMPLE_AT + 2000,
};
const rowsOf = (known: Partial<Parameters<typeof watchRows>[1]> = {}) =>
  watchRows(LIST, { ...KNOWN, ...known });
const rowOf = (asset: string, rows = rowsOf()): WatchRow => rows.find((row) => row.asset === asset)!;
const order = (by: WatchOrder, rows = rowsOf()) => orderRows(rows, by).map(({ asset }) => asset);

describe('a coin', () => {
  test('with a report has the nearest band of each side, and the figures of its map', () => {
    const bitcoin = rowOf('BTC');

    expect(bitcoin).toMatchObject({ basis: 'map', price: 90_912, dayChange: -0.012 });
    expect([bitcoin.down?.side, bitcoin.up?.side]).toEqual(['long', 'short']);
    expect(nearness(bitcoin)).toBe(Math.min(-bitcoin.down!.distance, bitcoin.up!.distance));
  });

  test('without one has what venues tell of all at once, and no bands', () => {
    expect(rowOf('WIF')).toMatchObject({
      basis: 'bulk',
      price: 1.25,
      dayChange: 0.4,
      openInterestUsd: 7e7,
      openInterestDayChange: 0.9,
      fundingRate8h: 0.002,
      nextFundingAt: 5,
      up: null,
      down: null,
    });
    expect(rowOf('NVDA share')).toMatchObject({ basis: 'none', price: null });
    expect(withoutReport(LIST, KNOWN)).toEqual(['WIFUSDT', 'NVDA.equity']);
  });

  test('that no venue lists is known as such once all have answered', () => {
    expect(rowOf('NVDA share', rowsOf({ isTold: true })).basis).toBe('unlisted');
    expect(rowOf('WIF', rowsOf({ isTold: true })).basis).toBe('bulk');
  });

  test('whose report is of before is as one without', () => {
    const nowMs = SAMPLE_AT + 7 * 60_000;

    expect(withoutReport(LIST, { ...KNOWN, nowMs })).toEqual(LIST);
    expect(rowOf('BTC', rowsOf({ nowMs })).basis).toBe('none');
  });

  test('is hot under half a percent from a band, and not at it', () => {
    const bitcoin = rowOf('BTC');
    const at = (distance: number) => ({ ...bitcoin, down: { ...bitcoin.down!, distance } });

    expect([isHot(at(-0.0049)), isHot(at(-0.005)), isHot(rowOf('WIF'))]).toEqual([true, false, false]);
  });

  test('has of the user’s own positions the end that is nearest', () => {
    const further = buildPosition({ id: 'further', entryPrice: 80_000 });
    const rows = rowsOf({ positions: [further, buildPosition()] });

    expect(rowOf('BTC', rows).own).toEqual(rowOf('BTC', rowsOf({ positions: [buildPosition()] })).own);
    expect(rowOf('BTC', rows).own?.distance).toBeCloseTo(-0.0905, 4);
    expect(rowOf('ETH', rows).own).toBeNull();
  });
});

describe('the order', () => {
  test('is by nearness, those without a map after the others as they are listed', () => {
    expect(order('near')).toEqual(['ETH', 'BTC', 'SOL', 'WIF', 'NVDA share']);
  });

  test('can be the user’s own, or by any figure with the unknown last', () => {
    expect(order('own')).toEqual(['SOL', 'BTC', 'WIF', 'ETH', 'NVDA share']);
    expect(order('day')).toEqual(['WIF', 'ETH', 'BTC', 'SOL', 'NVDA share']);
    expect(order('funding')[0]).toBe('WIF');
    expect(order('open-interest')[0]).toBe('WIF');
    expect(order('risk', rowsOf({ positions: [buildPosition()] }))[0]).toBe('BTC');
  });
});
