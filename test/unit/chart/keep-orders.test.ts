import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { keepOrders, type Span } from '../../../components/heat-map/keep-orders.ts';
import type { HeardOrders } from '../../../core/market/heard-orders.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const HOUR_S = 3600;

/** An order of a dollar at each of `hours`. */
const ordersAt = (...hours: readonly number[]): HeardOrders['orders'] =>
  hours.map((hour) => ({ atMs: hour * HOUR_S * 1000, side: 'long', price: 100, usd: 1, venue: 'bybit' }));

/** A keeper whose worker heard orders at `hours`, what it was asked for and how often it had news, in hours. */
const keeperOf = (hours: readonly number[], told: Partial<HeardOrders> = {}) => {
  const asked: [from: number, until: number][] = [];
  const onNews = vi.fn<() => void>();
  const keeper = keepOrders(async ({ fromS, untilS }: Span) => {
    asked.push([fromS / HOUR_S, untilS / HOUR_S]);
    const within = hours.filter((hour) => hour * HOUR_S >= fromS && hour * HOUR_S < untilS);
    return { orders: ordersAt(...within), isCut: false, isSampled: false, ...told };
  }, onNews);
  const want = async (from: number, until: number, now: number, market = 'BTCUSDT') => {
    keeper.want({ market, fromS: from * HOUR_S, untilS: until * HOUR_S, nowS: now * HOUR_S });
    await vi.runAllTimersAsync();
  };
  const known = () => keeper.orders().map(({ atMs }) => atMs / HOUR_S / 1000);
  return { keeper, asked, onNews, want, known };
};

describe('forced orders of a chart', () => {
  test('are asked for where it looks, and half of that beside, and not again for a small move', async () => {
    const { asked, want, known } = keeperOf([102, 112, 119, 140]);

    await want(110, 120, 130);
    await want(107, 117, 130);

    expect(asked).toEqual([[105, 125]]);
    expect(known()).toEqual([112, 119]);
  });

  test('that came since are asked for alone, with the quarter of an hour in which they may have come late', async () => {
    const { asked, want, known, onNews } = keeperOf([112, 119.9, 120.5]);
    await want(110, 130, 120);
    await want(110, 130, 121);
    await want(110, 130, 121);
    expect(onNews).toHaveBeenCalledTimes(2);
    await want(110, 130, 122);

    expect(asked).toEqual([
      [100, 120],
      [119.75, 121],
      [120.75, 122],
    ]);
    expect(known()).toEqual([112, 119.9, 120.5]);
    // Nothing came in the last hour.
    expect(onNews).toHaveBeenCalledTimes(2);
  });

  test('that an answer left out are asked for when the chart looks closer', async () => {
    const cut = keeperOf([10], { isCut: true });
    await cut.want(0, 100, 200);
    await cut.want(40, 60, 200);
    await cut.want(45, 55, 200);
    const whole = keeperOf([10]);
    await whole.want(0, 100, 200);
    await whole.want(45, 55, 200);

    // 150 hours are more than four times 20, not than four times 40.
    expect(cut.asked).toEqual([
      [0, 150],
      [40, 60],
    ]);
    expect(whole.asked).toEqual([[0, 150]]);
  });

  test('of another market are not those of the one before', async () => {
    const { keeper, asked, want, known } = keeperOf([115]);
    await want(110, 120, 130);
    keeper.want({ market: 'ETHUSDT', fromS: 0, untilS: HOUR_S, nowS: 2 * HOUR_S });

    expect(known()).toEqual([]);
    await vi.runAllTimersAsync();
    expect(asked).toHaveLength(2);
  });

  test('are at least those that are known where a feed is sampled or the answer was cut', async () => {
    const partOf = async (told: Partial<HeardOrders>, hours: readonly number[] = [115]) => {
      const { keeper, want } = keeperOf(hours, told);
      await want(110, 120, 130);
      return keeper.part();
    };

    expect(await partOf({})).toBe('all');
    expect(await partOf({ isSampled: true })).toBe('least');
    expect(await partOf({ isCut: true })).toBe('least');
    expect(await partOf({ isSampled: true }, [])).toBe('none');
  });

  test('are asked for again with the next report where the worker has not answered', async () => {
    let asked = 0;
    const keeper = keepOrders(
      async () => {
        asked += 1;
        return null;
      },
      () => {},
    );
    for (const nowS of [7200, 7200, 7245]) {
      keeper.want({ market: 'BTCUSDT', fromS: 0, untilS: HOUR_S, nowS });
      await vi.runAllTimersAsync();
    }

    expect(asked).toBe(2);
  });
});
