import { expect, test } from 'vitest';

import { barAt } from '../../../core/market/bars.ts';
import { createEvidence } from '../../../core/report/forecast/evidence.ts';
import { busyMarket } from '../../bench/busy-market.ts';
import { wanderingBars } from '../../support/build-bars.ts';
import { countReads } from '../../support/count-reads.ts';

test('a month of evidence goes once through what was heard, however often it was listened to', () => {
  const bars = wanderingBars(4000);
  const market = busyMarket(bars, 9000);
  const stretches = countReads(market.heard.bybit?.stretches ?? []);
  const orders = countReads(market.orders);
  const heard = { bybit: { revision: 0, stretches: stretches.values } };
  const evidenceOf = createEvidence({ ...market, heard, orders: orders.values }, bars.intervalS);
  for (let row = 0; row < bars.openTimeS.length; row++) evidenceOf(barAt(bars, row));

  expect(stretches.values).toHaveLength(200);
  // Three or four a bar, where a search from the first on would be a hundred; each order once, and two looks a bar at the next.
  expect(stretches.reads()).toBeLessThan(4 * 4000 + 200);
  expect(orders.reads()).toBeLessThanOrEqual(9000 + 2 * 4000);
});
