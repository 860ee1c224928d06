import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { readBars, readForcedOrders } from '../../../../core/headless/csv-formats.ts';
import type { ForcedOrder } from '../../../../core/market/forced-order.ts';
import { canHaveStood, ordersInBars } from '../../../../core/engine/agreement/believable-orders.ts';
import { buildBars, FIRST_BAR_S } from '../../../support/build-bars.ts';
import { recordingsDir } from '../../../support/recordings.ts';

const data = recordingsDir();

const order = (overrides: Partial<ForcedOrder> = {}): ForcedOrder => ({
  atMs: (FIRST_BAR_S + 310) * 1000,
  venue: 'bybit',
  base: 'BTC',
  side: 'long',
  orderPrice: 99.5,
  filledPrice: null,
  quantityBase: 3,
  notionalUsd: 298.5,
  ...overrides,
});

const bars = buildBars(Array.from({ length: 4 }, () => ({ close: 100, volumeBase: 5 })));
const series = [{ venue: 'bybit' as const, bars }];

describe('a forced order', () => {
  test('of a tenth of what stands at its venue can have stood, a larger one not', () => {
    expect(canHaveStood(order({ quantityBase: 8_000 }), 80_000)).toBe(true);
    expect(canHaveStood(order({ quantityBase: 8_001 }), 80_000)).toBe(false);
    expect(canHaveStood(order({ quantityBase: 3e6 }), null)).toBe(true);
  });

  test('of more coins than its venue traded in its bar and the next is refused', () => {
    const huge = order({ quantityBase: 3e6 });

    expect(ordersInBars([order(), huge, order({ quantityBase: 10 })], series)).toEqual([
      order(),
      order({ quantityBase: 10 }),
    ]);
  });

  test('at a price that its bar never came near is refused', () => {
    expect(ordersInBars([order({ orderPrice: 3, filledPrice: 3 })], series)).toEqual([]);
  });

  test('in a bar that has yet to close, or of a venue without bars, is passed on', () => {
    const newest = order({ atMs: (FIRST_BAR_S + 910) * 1000, quantityBase: 3e6 });
    const orders = [order({ venue: 'okx', quantityBase: 3e6 }), newest];

    expect(ordersInBars(orders, series)).toBe(orders);
  });

  test.skipIf(data === null)(
    'of February 2026 is believed but for 236 that the recorder took from other coins',
    () => {
      const recorded = readBars(join(data ?? '', 'market/btcusdt-15m.csv.gz'));
      const rows = readForcedOrders(join(data ?? '', 'liquidations/prints.csv.gz'));
      const told = rows.map(({ atS, orderPrice, quantityBase }) =>
        order({ atMs: atS * 1000, orderPrice, quantityBase }),
      );
      const isOfBitcoin = (_: ForcedOrder, index: number): boolean =>
        Math.abs((rows[index]?.orderPrice ?? NaN) / (rows[index]?.firedPrice ?? NaN) - 1) < 0.2;

      const believed = ordersInBars(told, [{ venue: 'bybit', bars: recorded }]);

      expect(told.length - believed.length).toBe(236);
      expect(believed).toEqual(told.filter(isOfBitcoin));
    },
  );
});
