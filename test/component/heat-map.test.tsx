import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { HeatMap } from '../../components/heat-map/heat-map.tsx';
import type { AskOrders } from '../../components/heat-map/keep-orders.ts';
import type { AskWindow } from '../../components/heat-map/use-heat-past.ts';
import type { AskLevels } from '../../components/heat-map/use-past-levels.ts';
import type { TakePrice } from '../../components/ui/take-price.ts';
import { mapChoices, type MapChoices } from '../../core/ledger/settings/map-choices.ts';
import type { HeardOrders } from '../../core/market/heard-orders.ts';
import type { LevelsAt } from '../../core/market/past-levels.ts';
import type { MarketReport } from '../../core/market/market-report.ts';
import { oneSize } from '../support/one-size.ts';
import { buildReport, SAMPLE_AT } from '../support/sample-report.ts';
import { buildHeardOrders, buildMapWindow, buildPastLevels } from '../support/sample-window.ts';

beforeEach(() => vi.stubGlobal('ResizeObserver', oneSize(300, 220)));
afterEach(() => vi.unstubAllGlobals());
afterEach(cleanup);

interface Given {
  readonly choices?: Partial<MapChoices>;
  readonly report?: MarketReport;
  readonly answer?: AskWindow;
  readonly orders?: HeardOrders | null;
  readonly closes?: readonly LevelsAt[] | null;
  readonly take?: TakePrice;
}

const OWN_LINES = [{ kind: 'own', price: 88_000, label: 'my liquidation', stroke: 'double' }] as const;

function mount(given: Given = {}) {
  const { choices = {}, report = buildReport(), answer, orders = null, take } = given;
  const { closes = buildPastLevels() } = given;
  const ask = vi.fn<AskWindow>(answer ?? (async (asked) => buildMapWindow(asked)));
  const askOrders = vi.fn<AskOrders>(async () => orders);
  const askLevels = vi.fn<AskLevels>(async () => closes);
  const onChoose = vi.fn();
  const onMoment = vi.fn();
  const { container } = render(
    <HeatMap
      report={report}
      choices={{ ...mapChoices.fallback, ...choices }}
      onChoose={onChoose}
      ask={ask}
      askOrders={askOrders}
      askLevels={askLevels}
      onMoment={onMoment}
      multiplier={1}
      decimals={0}
      ownLines={OWN_LINES}
      {...(take === undefined ? {} : { take })}
      theme="dark"
      look="dark"
    />,
  );
  const map = screen.getByRole('application', { name: /heat map/ });
  const canvas = container.querySelector('canvas');
  if (canvas === null) throw new Error('no canvas');
  return { ask, askOrders, askLevels, onChoose, onMoment, map, canvas };
}

const known = () => screen.findByRole('table', { name: /strongest cells/ });
const point = (canvas: Element, offsetX: number, offsetY: number) =>
  fireEvent(canvas, Object.assign(new PointerEvent('pointermove'), { offsetX, offsetY }));

describe('for those who do not see it', () => {
  test('the ten strongest cells of now stand in a table, the highest price first', async () => {
    mount();

    const rows = within(await known())
      .getAllByRole('row')
      .slice(1);

    expect(rows).toHaveLength(10);
    const prices = rows.map((row) =>
      Number(row.querySelector('th')?.textContent.split(' ')[0]?.replace(',', '')),
    );
    expect(prices).toEqual(prices.toSorted((a, b) => b - a));
    // The largest hump of the sample map stands around 84,350: 312 M USD in a bin, on both sides of it.
    const largest = rows.filter((row) => row.textContent.includes('312 M'));
    expect(largest.map((row) => row.textContent.slice(0, 6))).toEqual(['84,542', '84,120']);
    expect(rows.every((row) => /longs|shorts/.test(row.textContent))).toBe(true);
  });
});

describe('what is asked for', () => {
  test('is the day up to now, of the map and venue that are looked at', async () => {
    const { ask } = mount({ choices: { map: 'forced', venue: 'okx' } });
    await known();

    const [asked] = ask.mock.calls[0] ?? [];
    expect(asked).toMatchObject({ market: 'BTCUSDT', map: 'forced', venue: 'okx', columnS: 900 });
    const untilS = (asked?.fromS ?? 0) + (asked?.columns ?? 0) * 900;
    expect(untilS).toBe(SAMPLE_AT / 1000 + 12 * 60);
  });

  test('of a month comes in windows, none of which is too large for one answer', async () => {
    const { ask } = mount({ choices: { period: 'month' } });
    await known();

    const sizes = ask.mock.calls.map(([{ columns, bins }]) => columns * bins);
    expect(sizes.length).toBeGreaterThan(1);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(108_000);
  });

  test('and cannot be had is said', async () => {
    mount({ answer: async () => null });

    expect(await screen.findByText(/could not be read/)).toBeTruthy();
  });

  test('and is not kept yet is said', async () => {
    mount({
      answer: async (asked) => {
        const nothing = asked.columns;
        return { ...buildMapWindow(asked), price: Array.from({ length: nothing }, () => null) };
      },
    });

    expect(await screen.findByText(/nothing is kept yet/)).toBeTruthy();
  });
});

describe('the controls', () => {
  test('change what is looked at, each by itself', async () => {
    const { onChoose } = mount();
    await known();

    fireEvent.click(screen.getByRole('button', { name: 'Forced' }));
    fireEvent.click(screen.getByRole('button', { name: 'Week' }));
    fireEvent.click(screen.getByRole('button', { name: 'What stands out' }));
    fireEvent.click(screen.getByRole('button', { name: 'One scale' }));
    fireEvent.click(screen.getByRole('button', { name: '2–5 %' }));
    fireEvent.change(screen.getByRole('combobox', { name: 'Venue' }), { target: { value: 'bybit' } });

    expect(onChoose.mock.calls.map(([change]) => change)).toEqual([
      { map: 'forced' },
      { period: 'week' },
      { bright: 'outstanding' },
      { scale: 'viridis' },
      { tiers: ['near', 'far', 'beyond'] },
      { venue: 'bybit' },
    ]);
  });

  test('the handles of the threshold stay apart, and name the dollars at which they cut', async () => {
    const { onChoose } = mount({ choices: { low: 0.25, high: 0.5 } });
    await known();
    const low = screen.getByRole('slider', { name: /Least rank/ });

    fireEvent.input(low, { target: { value: '80' } });

    expect(onChoose).toHaveBeenCalledWith({ low: 0.49 });
    expect(low.getAttribute('aria-valuetext')).toMatch(/^25 %\. From [\d.]+ [kM] to [\d.]+ [MB] USD a cell/);
  });

  test('say so where not everything is drawn', async () => {
    mount({ choices: { tiers: ['near'] } });

    expect(await screen.findByText('Filters: not everything is drawn')).toBeTruthy();
  });
});

describe('the picture is moved', () => {
  /** Where the time that is pointed at in the middle of the map lies, as the readout has it. */
  const told = async (canvas: Element) => {
    point(canvas, 150, 100);
    const text = await screen.findByText(/^[\d,]+ to [\d,]+, \d+ Jan, \d\d:\d\d: /);
    return /(\d+) Jan, (\d\d):(\d\d)/.exec(text.textContent)?.slice(1).map(Number) ?? [];
  };
  const minutes = ([day = 0, hour = 0, minute = 0]: readonly number[]) => (day * 24 + hour) * 60 + minute;

  test('by keys, and Home shows all of it again', async () => {
    const { map, canvas } = mount();
    await known();
    const before = minutes(await told(canvas));

    fireEvent.keyDown(map, { key: 'ArrowLeft' });
    // A tenth of 25.2 hours, between two minutes.
    await vi.waitFor(async () => expect([151, 152]).toContain(before - minutes(await told(canvas))));
    fireEvent.keyDown(map, { key: 'Home' });
    await vi.waitFor(async () => expect(minutes(await told(canvas))).toBe(before));
  });

  test('by the wheel inside its area, which does not scroll the page', async () => {
    const { canvas } = mount();
    await known();
    await told(canvas);

    const wheel = Object.assign(new WheelEvent('wheel', { deltaY: -100, cancelable: true, bubbles: true }), {
      offsetX: 150,
      offsetY: 100,
    });
    fireEvent(canvas, wheel);

    expect(wheel.defaultPrevented).toBe(true);
  });

  test('keys with Shift point at a cell from the middle on, and Escape ends it', async () => {
    const { map } = mount();
    await known();
    const told = async () => (await screen.findByText(/^[\d,]+ to [\d,]+, \d+ Jan/)).textContent;

    fireEvent.keyDown(map, { key: 'ArrowUp', shiftKey: true });
    const first = await told();
    fireEvent.keyDown(map, { key: 'ArrowUp', shiftKey: true });
    // Two percent of the picture's twelve are 0.24 % of the price.
    await vi.waitFor(async () => expect(await told()).not.toBe(first));
    const priceOf = (text: string) => Number(text.split(' ')[0]?.replace(',', ''));
    expect(priceOf(await told()) / priceOf(first) - 1).toBeCloseTo(0.0024, 2);

    fireEvent.keyDown(map, { key: 'Escape' });
    await vi.waitFor(() => expect(screen.queryByText(/^[\d,]+ to [\d,]+, \d+ Jan/)).toBeNull());
  });

  test('not by keys that belong to the page', () => {
    const { map } = mount();

    expect(fireEvent.keyDown(map, { key: 'k' })).toBe(true);
    expect(fireEvent.keyDown(map, { key: 'ArrowLeft', ctrlKey: true })).toBe(true);
    expect(fireEvent.keyDown(map, { key: 'ArrowLeft' })).toBe(false);
  });

  test('pointing names price, time and dollars of the cell, and the sum up to there', async () => {
    const { canvas } = mount();
    await known();

    // Near the lower edge of the picture: six percent under the price.
    point(canvas, 150, 195);

    expect(
      await screen.findByText(/^8\d,\d{3} to 8\d,\d{3}, 1[12] Jan, .*: [\d.]+ [kM] USD, −\d\.\d %$/),
    ).toBeTruthy();
    expect(await screen.findByText(/^to 8\d,\d{3}: [\d.]+ [MB] USD of longs$/)).toBeTruthy();
  });
});

describe('forced orders that were heard', () => {
  test('are asked for in the time that is seen and half of it before, and said to be the least where a feed is sampled', async () => {
    const { askOrders } = mount({ orders: buildHeardOrders() });

    expect(await screen.findByText('Dots: forced orders, at least these.')).toBeTruthy();
    const [asked] = askOrders.mock.calls[0] ?? [];
    const dayS = 86_400;
    // The picture is 1.05 days wide, and half of that more is asked for.
    expect((asked?.untilS ?? 0) - (asked?.fromS ?? 0)).toBeGreaterThan(1.5 * dayS);
    expect(asked?.untilS).toBeLessThanOrEqual(SAMPLE_AT / 1000);
  });

  test('of another venue than the one whose map is drawn are left out', async () => {
    const { askOrders } = mount({ choices: { venue: 'okx' }, orders: buildHeardOrders() });
    await vi.waitFor(() => expect(askOrders).toHaveBeenCalled());
    await known();

    expect(screen.queryByText(/^Dots:/)).toBeNull();
  });
});

describe('as others draw it', () => {
  test('is a switch that is remembered', async () => {
    const { onChoose } = mount();
    await known();
    expect(screen.queryByRole('application', { name: /Leverage ladder/ })).toBeNull();

    fireEvent.click(screen.getByRole('button', { name: 'As others draw it' }));

    expect(onChoose).toHaveBeenCalledWith({ others: true });
  });

  test('shows the ladder of the same times and venue under ours, with the dollars and scores of both', async () => {
    const { ask } = mount({ choices: { others: true, venue: 'okx' } });
    await known();

    expect(screen.getByRole('application', { name: /Leverage ladder/ })).toBeTruthy();
    const [ours, ladder] = ['exposure', 'ladder'].map((map) =>
      ask.mock.calls.map(([asked]) => asked).find((asked) => asked.map === map),
    );
    expect(ladder).toEqual({ ...ours, map: 'ladder' });
    // The sample answers both with the same cells.
    const dollars = await screen.findByText(/the ladder holds/);
    const [theirs, own] = [...dollars.textContent.matchAll(/([\d.]+ [MB]) USD/g)].map(([, usd]) => usd);
    expect(theirs).toBe(own);
    // exp(-0.53) and exp(0.028), by the README.
    expect(screen.getByText(/such a ladder ×0\.59, our expected-forced map ×1\.03/)).toBeTruthy();
  });
});

describe('back in time', () => {
  test('map, price and clusters are those of the moment, and it is said', async () => {
    const { onMoment } = mount({ choices: { period: 'month' } });
    await known();
    const slider = screen.getByRole('slider', { name: 'Back in time' });
    const now = screen.getByRole('table', { name: /Nearest clusters/ }).textContent;

    fireEvent.input(slider, { target: { value: String(Number(slider.getAttribute('max')) - 200) } });

    expect(await screen.findByText(/^As it stood on \d+ Jan, \d\d:00$/)).toBeTruthy();
    expect(onMoment).toHaveBeenLastCalledWith(true);
    expect(await screen.findByText(/What is greyed is of now: its past is not kept/)).toBeTruthy();
    expect(screen.getByRole('table', { name: /Nearest clusters/ }).textContent).not.toBe(now);
    expect((await known()).textContent).not.toContain('12 Jan');

    fireEvent.click(screen.getByRole('button', { name: 'Back to now' }));

    await vi.waitFor(() => expect(screen.queryByText(/^As it stood on/)).toBeNull());
    expect(onMoment).toHaveBeenLastCalledWith(false);
    expect(screen.getByRole('table', { name: /Nearest clusters/ }).textContent).toBe(now);
  });

  /** The slider, 36 hours before the newest column. */
  const lookBack = async () => {
    await known();
    const slider = screen.getByRole('slider', { name: 'Back in time' });
    fireEvent.input(slider, { target: { value: String(Number(slider.getAttribute('max')) - 36) } });
  };

  test('levels are those of the last daily close before, which are asked for when somebody looks back', async () => {
    const closes = buildPastLevels();
    const { askLevels } = mount({ choices: { period: 'month' }, closes });
    await known();
    expect(askLevels).not.toHaveBeenCalled();

    await lookBack();

    // 36 hours before 12 January, 08:48: between the closes of 00:00 of the 10th and of the 11th.
    expect(await screen.findByText(/^As it stood on 10 Jan, 2\d:00$/)).toBeTruthy();
    const atMs = Date.UTC(2026, 0, 10);
    const then = closes.find((close) => close.atMs === atMs)?.levels.map(({ high }) => high) ?? [];
    const told = await screen.findAllByText(/turned back since/);
    expect(then).toHaveLength(2);
    expect(told.map(({ textContent }) => Number(textContent.split(' ')[0]?.replace(',', '')))).toEqual(then);
    expect(screen.getByText(/Levels as the daily close before had left them/)).toBeTruthy();
    expect(askLevels.mock.calls).toEqual([[{ market: 'BTCUSDT' }]]);
  });

  test('levels that were not kept, or cannot be read, are said to be missing, and none of now stand in for them', async () => {
    const [oldest] = buildPastLevels();
    mount({ choices: { period: 'month' }, closes: oldest === undefined ? [] : [oldest] });
    await lookBack();

    expect(await screen.findByText(/Of the levels of then nothing is kept/)).toBeTruthy();
    expect(screen.queryByText(/turned back since/)).toBeNull();
    cleanup();

    mount({ choices: { period: 'month' }, closes: null });
    await lookBack();

    expect(await screen.findByText(/The levels of then could not be read/)).toBeTruthy();
    expect(screen.queryByText(/turned back since/)).toBeNull();
  });
});
