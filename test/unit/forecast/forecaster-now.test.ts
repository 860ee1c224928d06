import { describe, expect, test } from 'vitest';

import { createMixture } from '../../../core/engine/forecast/mixture.ts';
import { barsUntil } from '../../../core/engine/index.ts';
import type { Bars } from '../../../core/market/bars.ts';
import type { ForcedOrder } from '../../../core/market/forced-order.ts';
import type { HeardMarket } from '../../../core/report/forecast/evidence.ts';
import {
  type ForecasterNow,
  forecasterNow as inSlices,
} from '../../../core/report/forecast/forecaster-now.ts';
import { seededRandom, wanderingBars } from '../../support/build-bars.ts';
import { settledForecaster } from '../../support/settled-forecaster.ts';

const ALL = wanderingBars(230);
/** The engine has seen 200 bars; those after may still change. */
const SETTLED_S = ALL.openTimeS[200]!;

const forecasterNow = (before: ForecasterNow | null, input: Parameters<typeof inSlices>[1]) =>
  inSlices(before, input, async () => {});

/** One and the same for as long as nothing is learnt. */
const MIXTURE_SO_FAR = createMixture();

const barsTo = (count: number): Bars => barsUntil(ALL, ALL.openTimeS[count]!);

/** A long that was forced a minute after bar `row` had opened, at the lowest price of it. */
const orderIn = (row: number, quantityBase: number): ForcedOrder => ({
  atMs: (ALL.openTimeS[row]! + 60) * 1000,
  venue: 'bybit',
  base: 'BTC',
  side: 'long',
  orderPrice: ALL.low[row]!,
  filledPrice: null,
  quantityBase,
  notionalUsd: ALL.low[row]! * quantityBase,
});

const heardIn = (bars: Bars, orders: readonly ForcedOrder[], untilRow = 230): HeardMarket => ({
  series: [{ venue: 'bybit', bars }],
  heard: {
    bybit: {
      stretches: [{ fromMs: ALL.openTimeS[0]! * 1000, untilMs: (ALL.openTimeS[0]! + untilRow * 300) * 1000 }],
      revision: 0,
    },
  },
  orders,
});

function settledEngine() {
  const bars = barsTo(220);
  const input = {
    bars,
    readOlder: null,
    stored: null,
    basis: 'same',
    settledS: SETTLED_S,
    mixture: MIXTURE_SO_FAR,
  };
  const settled = settledForecaster({ ...input, heard: heardIn(bars, []) });
  if (settled === null) throw new Error('no open interest');
  const { inventory, calibration, memory } = settled.state;
  return { basis: 'same', lastOpenS: inventory.lastOpenTimeS, state: { inventory, calibration, memory } };
}

describe('the forecaster of now', () => {
  test('is the one of before until a bar closes, an order is heard late or the mixture has learnt', async () => {
    const engine = settledEngine();
    const bars = barsTo(210);
    const first = { engine, mixture: MIXTURE_SO_FAR, bars, heard: heardIn(bars, [orderIn(205, 2)]) };
    const before = await forecasterNow(null, first);
    const with2 = (change: Partial<typeof first>): Promise<ForecasterNow> =>
      forecasterNow(before, { ...first, ...change });

    expect(await with2({})).toBe(before);
    // The same rows read once more, and what was heard after the last bar.
    expect(await with2({ heard: heardIn(bars, [orderIn(205, 2), orderIn(211, 9)]) })).toBe(before);
    expect(await with2({ heard: heardIn(bars, [orderIn(205, 2), orderIn(207, 40)]) })).not.toBe(before);
    // Half of the last bar was listened to.
    expect(await with2({ heard: heardIn(bars, [orderIn(205, 2)], 209.5) })).not.toBe(before);
    expect((await with2({ bars: barsTo(211) })).forecaster.state.inventory.lastOpenTimeS).toBe(
      ALL.openTimeS[210],
    );
    expect(await with2({ engine: { ...engine } })).not.toBe(before);
    const mixture = { ...createMixture(), windows: 3 };
    expect((await with2({ mixture })).forecaster.state.mixture).toBe(mixture);
  });

  test('is after whatever came in whatever order the one that is made of it afresh', async () => {
    const random = seededRandom(8);
    const engine = settledEngine();
    const untouched = structuredClone(engine);
    const orders: ForcedOrder[] = [];
    let bars = barsTo(204);
    let now: ForecasterNow | null = null;
    let isAgain = 0;
    for (let step = 0; step < 60; step++) {
      const kind = random();
      if (kind < 0.25 && bars.openTimeS.length < 228) bars = barsTo(bars.openTimeS.length + 1);
      else if (kind < 0.6) orders.push(orderIn(200 + Math.floor(30 * random()), 5 * random()));
      const ascending = orders.toSorted((a, b) => a.atMs - b.atMs);
      const input = { engine, mixture: MIXTURE_SO_FAR, bars, heard: heardIn(bars, ascending) };

      const next = await forecasterNow(now, input);

      isAgain += Number(next === now);
      now = next;
      expect(now.forecaster.state, `step ${step}`).toEqual(
        (await forecasterNow(null, input)).forecaster.state,
      );
    }
    expect(isAgain).toBeGreaterThan(20);
    expect(engine).toEqual(untouched);
  });
});
