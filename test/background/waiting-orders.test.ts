import { describe, expect, test } from 'vitest';

import { HttpError } from '../../core/market/errors.ts';
import type { MarketReport } from '../../core/market/market-report.ts';
import type { PublicPosition } from '../../core/market/public-position.ts';
import type { WaitingOrder } from '../../core/market/waiting-order.ts';
import { settings } from '../../core/ledger/settings/settings.ts';
import { buildPublicPosition } from '../support/public-positions.ts';
import { createOpenMarket, NOW_MS } from './support/open-market.ts';

const MINUTE_MS = 60_000;
/** Less than a tenth from its liquidation and more than three percent: looked at every half hour. */
const ALICE = buildPublicPosition({ sizeBase: 700, liquidationPrice: 90 });
const ORDERS: readonly WaitingOrder[] = [
  { kind: 'stop', side: 'long', price: 93, sizeBase: null },
  { kind: 'target', side: 'long', price: 99, sizeBase: 200 },
];

function createMarket(isOn: boolean, held: Readonly<Record<string, PublicPosition>> = { alice: ALICE }) {
  const market = createOpenMarket(held, { alice: ORDERS });
  const turn = (waitingOrders: boolean): void => {
    market.world.settings = { ...market.world.settings, waitingOrders };
  };
  turn(isOn);
  const pollAfter = async (...minutes: readonly number[]): Promise<MarketReport | undefined> => {
    let report: MarketReport | undefined;
    for (const minute of minutes) report = await market.poll(NOW_MS + minute * MINUTE_MS);
    return report;
  };
  return { ...market, turn, pollAfter };
}

const LOOKS = [0, 31, 62, 93, 124];

describe('orders that wait', () => {
  test('are not asked for until the user wants them', async () => {
    const market = createMarket(settings.fallback.waitingOrders);

    const report = await market.pollAfter(...LOOKS);

    expect(market.askedForOrders()).toEqual([]);
    expect(market.asked()).toHaveLength(5);
    expect(report?.waitingOrders).toBeUndefined();
  });

  test('cost no question more: every second one of an account near its liquidation is for them', async () => {
    const [off, on] = [createMarket(false), createMarket(true)];

    await off.pollAfter(...LOOKS);
    await on.pollAfter(...LOOKS);

    expect(on.world.requests).toHaveLength(off.world.requests.length);
    expect(on.asked()).toHaveLength(3);
    expect(on.askedForOrders()).toEqual(['alice', 'alice']);
  });

  test('are asked for once an hour where a position is looked at every ten minutes', async () => {
    const market = createMarket(true, { alice: { ...ALICE, liquidationPrice: 94.5 } });

    await market.pollAfter(0, 11, 22, 33, 44, 55, 66, 77);

    expect(market.asked()).toHaveLength(6);
    expect(market.askedForOrders()).toHaveLength(2);
  });

  test('are told in bands beside the map, in which they are not', async () => {
    const [off, on] = [createMarket(false), createMarket(true)];

    const without = await off.pollAfter(0, 31, 32);
    const report = await on.pollAfter(0, 31, 32);

    expect(report?.waitingOrders).toEqual({
      venue: 'hyperliquid',
      accounts: 1,
      unread: 0,
      since: NOW_MS + 31 * MINUTE_MS,
      reach: 0.05,
      bands: [
        { kind: 'target', side: 'long', low: 99, high: 99.2, usd: 19_800 },
        { kind: 'stop', side: 'long', low: 93, high: 93.2, usd: 65_100 },
      ],
    });
    expect(report?.map).toEqual(without?.map);
    expect(report?.clusters).toEqual(without?.clusters);
    expect(report?.atRisk).toEqual(without?.atRisk);
  });

  test('of accounts far from their liquidation are not asked for', async () => {
    const market = createMarket(true, { alice: { ...ALICE, liquidationPrice: 70 } });

    await market.pollAfter(0, 91, 182);

    expect(market.asked()).toHaveLength(3);
    expect(market.askedForOrders()).toEqual([]);
  });

  test('of many accounts weigh no more in one poll than positions would', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `account ${index}`);
    const market = createMarket(true, Object.fromEntries(names.map((name) => [name, ALICE])));
    await market.pollAfter(0, 1);
    const before = market.asked().length;

    await market.pollAfter(32);

    // One for orders weighs as much as ten of the 48 positions.
    expect(market.askedForOrders()).toHaveLength(2);
    expect(market.asked().length - before).toBe(28);
  });

  test('that cannot be read cost nothing else, and how many could not is told', async () => {
    const market = createMarket(true);
    market.world.answer = ({ url }) => {
      if (url.includes('orders')) throw new HttpError(500, 'hyperliquid.example answered 500');
      return 'ok';
    };

    const report = await market.pollAfter(0, 31, 32);

    expect(report?.waitingOrders).toMatchObject({ accounts: 0, unread: 1, bands: [] });
    expect(report?.publicPositions?.positions).toBe(1);
    expect(report?.sources.filter(({ code }) => code !== null)).toEqual([]);
  });

  test('are forgotten with the poll after they are switched off, and with their account', async () => {
    const market = createMarket(true);
    await market.pollAfter(0, 31);
    expect(market.traders().map(({ orders }) => orders?.list)).toEqual([ORDERS]);

    market.turn(false);
    const report = await market.pollAfter(32);

    expect(report?.waitingOrders).toBeUndefined();
    expect(market.traders().map(({ orders }) => orders)).toEqual([null]);
    await market.tick(NOW_MS + 23 * 60 * MINUTE_MS);
    expect(market.traders()).toEqual([]);
  });

  test('go with a position that is closed', async () => {
    const held: Record<string, PublicPosition> = { alice: ALICE };
    const market = createMarket(true, held);
    await market.pollAfter(0, 31);

    delete held['alice'];
    await market.pollAfter(62);

    expect(market.traders().map(({ position, orders }) => [position, orders])).toEqual([[null, null]]);
  });
});
