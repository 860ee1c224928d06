import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { keepPast, withToday, type HeatPast } from '../../../components/heat-map/heat-past.ts';
import type { PastGrid, PastView } from '../../../components/heat-map/wanted-past.ts';
import type { MapWindow } from '../../../core/market/map-window.ts';

const NOW_S = 1_767_225_600;
const HOUR_S = 3600;
const PRICE = Math.exp(11.45);
const VIEW: PastView = { fromS: NOW_S - 12 * HOUR_S, untilS: NOW_S, lowLog: 11.4, highLog: 11.5 };
const SOURCE = { market: 'BTCUSDT', logStep: 0.001, nowS: NOW_S };

/** A worker whose columns are known up to `knownUntilS`; what it was asked for. */
function worker(knownUntilS: number) {
  const asked: PastGrid[] = [];
  const ask = async (grid: PastGrid & { readonly market: string }): Promise<MapWindow> => {
    asked.push(grid);
    const { columns, bins, fromS, columnS } = grid;
    const price = Array.from({ length: columns }, (_, column) =>
      fromS + column * columnS <= knownUntilS ? PRICE : null,
    );
    const cells = btoa('\u0007'.repeat(columns * bins));
    const totals = price.map(() => 0);
    return {
      ...grid,
      map: 'exposure',
      venue: 'all',
      logStep: 0.001,
      cells,
      price,
      totalLongUsd: totals,
      totalShortUsd: totals,
    };
  };
  return { asked, ask };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('keepPast', () => {
  test('asks once for what is looked at, and again only beyond it', async () => {
    const { asked, ask } = worker(NOW_S);
    const keeper = keepPast(ask, () => {});

    keeper.want(VIEW, SOURCE);
    await vi.runAllTimersAsync();
    keeper.want({ ...VIEW, fromS: VIEW.fromS - HOUR_S }, SOURCE);
    await vi.runAllTimersAsync();
    expect(asked).toHaveLength(1);
    expect(keeper.past()).toMatchObject({ columns: 73, columnS: 900 });

    keeper.want({ ...VIEW, lowLog: 11.3 }, SOURCE);
    await vi.runAllTimersAsync();
    expect(asked).toHaveLength(2);
  });

  test('asks for the last of many wishes while an answer is awaited', async () => {
    const { asked, ask } = worker(NOW_S);
    const keeper = keepPast(ask, () => {});

    for (let hours = 12; hours < 40; hours += 1)
      keeper.want({ ...VIEW, fromS: NOW_S - hours * HOUR_S, untilS: NOW_S }, SOURCE);
    await vi.runAllTimersAsync();
    expect(asked).toHaveLength(2);
    expect(asked[1]!.fromS).toBeLessThan(NOW_S - 39 * HOUR_S);
  });

  test('takes what is too much for one answer in parts', async () => {
    const { asked, ask } = worker(NOW_S);
    const keeper = keepPast(ask, () => {});
    const month = { ...VIEW, fromS: NOW_S - 720 * HOUR_S };

    keeper.want(month, SOURCE);
    await vi.runAllTimersAsync();
    // 721 columns of 200 bins are 144,200 cells; 540 columns fit into an answer.
    expect(asked.map(({ columns }) => columns)).toEqual([540, 181]);
    expect(keeper.past()).toMatchObject({ columns: 721, fromS: NOW_S - 720 * HOUR_S });
    expect(keeper.past()!.cells).toHaveLength(721 * 200);
  });

  test('takes later columns one by one, once a report', async () => {
    const { asked, ask } = worker(NOW_S - 900);
    const keeper = keepPast(ask, () => {});
    keeper.want(VIEW, SOURCE);
    await vi.runAllTimersAsync();
    for (let frame = 0; frame < 3; frame += 1) keeper.want(VIEW, SOURCE);
    await vi.runAllTimersAsync();
    keeper.want(VIEW, { ...SOURCE, nowS: NOW_S + 60 });
    await vi.runAllTimersAsync();

    const later = { fromS: NOW_S, columns: 1 };
    expect(asked.slice(1)).toMatchObject([later, later]);
    expect(keeper.past()!.columns).toBe(73);
  });

  test('asks for nothing later where the view ends in the past', async () => {
    const { asked, ask } = worker(NOW_S);
    const keeper = keepPast(ask, () => {});
    const old = { ...VIEW, fromS: NOW_S - 300 * HOUR_S, untilS: NOW_S - 290 * HOUR_S };
    keeper.want(old, SOURCE);
    await vi.runAllTimersAsync();
    keeper.want(old, { ...SOURCE, nowS: NOW_S + 60 });
    await vi.runAllTimersAsync();

    expect(asked).toHaveLength(1);
  });

  test('asks for all again, once a report, while the first column is not known', async () => {
    // Nothing is known yet: the history is being loaded.
    const { asked, ask } = worker(0);
    const keeper = keepPast(ask, () => {});
    keeper.want(VIEW, SOURCE);
    await vi.runAllTimersAsync();
    for (let frame = 0; frame < 3; frame += 1) keeper.want(VIEW, { ...SOURCE, nowS: NOW_S + 60 });
    await vi.runAllTimersAsync();

    expect(asked.map(({ columns }) => columns)).toEqual([73, 73]);
    expect(keeper.past()!.columns).toBe(73);
  });

  test('drops what it knows of another market', async () => {
    const keeper = keepPast(worker(NOW_S).ask, () => {});
    keeper.want(VIEW, SOURCE);
    await vi.runAllTimersAsync();
    keeper.want(VIEW, { ...SOURCE, market: 'ETHUSDT' });
    expect(keeper.past()).toBeNull();
    await vi.runAllTimersAsync();
  });
});

describe('today’s map', () => {
  const past: HeatPast = {
    fromS: NOW_S - 1800,
    columnS: 900,
    columns: 3,
    firstBin: 10,
    bins: 2,
    cells: Uint8Array.of(1, 2, 3, 4, 0, 0),
    priceBin: Float64Array.of(0.5, 0.75, NaN),
  };
  const map = {
    logStep: 0.5,
    firstBin: 9,
    // Bins 9, 10 and 11; ten dollars are byte 1.
    longExposureUsd: [10, 10, 0],
    shortExposureUsd: [0, 0, 0],
    longForcedUsd: [],
    shortForcedUsd: [],
    memory: 1,
  };
  // The price is e^5.25, half way up bin 10.
  const today = { map, price: Math.exp(5.25), atS: NOW_S };

  test('follows on the newest column that is known', () => {
    const all = withToday(past, today, NOW_S + 1800);
    expect([...all.cells]).toEqual([1, 2, 3, 4, 1, 0, 1, 0]);
    expect([...all.priceBin]).toEqual([0.5, 0.75, 0.5, 0.5]);
  });

  test('does not stand for times of which nothing was kept', () => {
    const nothing = { ...past, cells: new Uint8Array(6), priceBin: new Float64Array(3).fill(NaN) };

    const all = withToday(nothing, today, NOW_S + 900);

    expect([...all.priceBin]).toEqual([NaN, NaN, 0.5]);
  });

  test('is what is expected to be force-closed where that is wanted', () => {
    const forced = { ...today, map: { ...map, shortForcedUsd: [0, 0, 10] }, kind: 'forced' } as const;

    expect([...withToday(past, forced, NOW_S + 900).cells].slice(-2)).toEqual([0, 1]);
  });
});
