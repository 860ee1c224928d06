import { expect, test } from 'vitest';

import type { TraderRow } from '../../../core/ledger/tables/traders.ts';
import { createBars } from '../../../core/market/bars.ts';
import type { WaitingOrder } from '../../../core/market/waiting-order.ts';
import { reportWaitingOrders } from '../../../core/report/waiting-orders-report.ts';
import { buildPublicPosition } from '../../support/public-positions.ts';

const NOW_MS = 1_768_480_496_000;
const NOW_S = NOW_MS / 1000;
const PRICE = 84_100;

type Account = Pick<TraderRow, 'position' | 'orders'>;
type Side = WaitingOrder['side'];

/** An account asked for its position and its orders `minutes` ago. */
function account(side: Side, sizeBase: number, list: readonly WaitingOrder[] | null, minutes = 30): Account {
  const atS = NOW_S - minutes * 60;
  const liquidationPrice = side === 'long' ? 78_000 : 90_000;
  return {
    position: buildPublicPosition({ atS, side, sizeBase, liquidationPrice }),
    orders: { askedAtMs: atS * 1000, list },
  };
}
const stop = (side: Side, price: number, sizeBase: number | null = null): WaitingOrder => ({
  kind: 'stop',
  side,
  price,
  sizeBase,
});
const target = (side: Side, price: number, sizeBase: number | null = null): WaitingOrder => ({
  ...stop(side, price, sizeBase),
  kind: 'target',
});

/** Bars of five minutes that end now, of which the one that began `minutesAgo` has that low. */
function barsWith(minutesAgo: number, low: number) {
  const bars = createBars(24, 300);
  bars.openTimeS.set(Array.from({ length: 24 }, (_, index) => NOW_S - (24 - index) * 300));
  bars.low.fill(84_000);
  bars.high.fill(84_200);
  bars.low[24 - minutesAgo / 5] = low;
  return bars;
}
const quiet = barsWith(5, 84_000);
const bandsOf = (rows: readonly Account[], bars = quiet) =>
  reportWaitingOrders(rows, bars, PRICE, NOW_MS)?.bands.map(({ kind, side, low, usd }) => [
    kind,
    side,
    low,
    usd,
  ]);

test('stops and take-profits are added up in bands of round prices, from the highest to the lowest, without an owner', () => {
  const rows = [
    account('long', 40, [stop('long', 83_150), target('long', 86_000, 10)]),
    account('long', 20, [stop('long', 83_050, 10)], 50),
    account('short', 5, [stop('short', 86_100), target('short', 83_100, 5)]),
    account('short', 9, []),
  ];

  expect(reportWaitingOrders(rows, quiet, PRICE, NOW_MS)).toEqual({
    venue: 'hyperliquid',
    accounts: 4,
    unread: 0,
    since: NOW_MS - 50 * 60_000,
    reach: 0.05,
    // A fifth of a percent of 84,100 is 168: the next round step is 200.
    bands: [
      { kind: 'target', side: 'long', low: 86_000, high: 86_200, usd: 860_000 },
      { kind: 'stop', side: 'short', low: 86_000, high: 86_200, usd: 430_500 },
      // 40 coins at 83,150 and 10 at 83,050
      { kind: 'stop', side: 'long', low: 83_000, high: 83_200, usd: 4_156_500 },
      { kind: 'target', side: 'short', low: 83_000, high: 83_200, usd: 415_500 },
    ],
  });
});

test('orders of an account close no more than it holds, the one that the price comes to first before the others', () => {
  const rows = [account('long', 12, [stop('long', 82_000), stop('long', 83_000, 10), stop('long', 81_000)])];

  // 10 coins at 83,000, the other 2 at 82,000, and nothing is left for 81,000.
  expect(bandsOf(rows)).toEqual([
    ['stop', 'long', 83_000, 830_000],
    ['stop', 'long', 82_000, 164_000],
  ]);
});

test('what is far, behind the price or of a side that is not held is left out', () => {
  const rows = [
    account('long', 1, [
      stop('long', 79_000),
      target('long', 89_000),
      stop('long', 84_150),
      target('long', 84_050),
      stop('short', 85_000),
    ]),
  ];

  expect(bandsOf(rows)).toEqual([]);
});

test('on either side of the price the three largest bands are told', () => {
  const ladder = [83_900, 83_500, 83_100, 82_700].map((price, index) => stop('long', price, index + 1));

  expect(bandsOf([account('long', 10, ladder)])?.map(([, , low]) => low)).toEqual([83_400, 83_000, 82_600]);
});

test('an order that the price has come to since it was read no longer waits', () => {
  const rows = [account('long', 1, [stop('long', 83_500), target('long', 85_000)], 30)];

  expect(bandsOf(rows, barsWith(60, 83_400))).toHaveLength(2);
  expect(bandsOf(rows, barsWith(10, 83_400))).toEqual([['target', 'long', 85_000, 85_000]]);
});

test('accounts that were liquidated since, or read more than three hours ago, are not spoken for', () => {
  const order = [target('long', 85_000)];

  const nothing = { accounts: 0, unread: 0, since: NOW_MS, bands: [] };

  expect(reportWaitingOrders([account('long', 1, order)], barsWith(10, 77_000), PRICE, NOW_MS)).toMatchObject(
    nothing,
  );
  expect(reportWaitingOrders([account('long', 1, order, 181)], quiet, PRICE, NOW_MS)).toMatchObject(nothing);
});

test('accounts whose orders could not be read are counted apart, and those that were not asked nowhere', () => {
  const unasked = { ...account('long', 1, []), orders: null };
  const rows = [account('long', 1, null), account('long', 1, []), unasked];

  expect(reportWaitingOrders(rows, quiet, PRICE, NOW_MS)).toMatchObject({
    accounts: 1,
    unread: 1,
    bands: [],
  });
  expect(reportWaitingOrders([], quiet, PRICE, NOW_MS)).toBeNull();
});
