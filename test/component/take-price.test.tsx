import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { BandsView } from '../../components/bands/bands-view.tsx';
import { type ChartLine, strokeLine } from '../../components/bands/chart-line.ts';
import { drawOwnLines } from '../../components/heat-map/draw-own.ts';
import { frameHeat } from '../../components/heat-map/heat-frame.ts';
import { HeatMap } from '../../components/heat-map/heat-map.tsx';
import { paletteOf } from '../../components/ui/palette.ts';
import { roundPressed, type TakePrice } from '../../components/ui/take-price.ts';
import { mapChoices } from '../../core/ledger/settings/map-choices.ts';
import type { MapReport } from '../../core/market/market-report.ts';
import { oneSize } from '../support/one-size.ts';
import { buildReport } from '../support/sample-report.ts';
import { buildMapWindow } from '../support/sample-window.ts';

beforeEach(() => vi.stubGlobal('ResizeObserver', oneSize(300, 220)));
afterEach(() => vi.unstubAllGlobals());
afterEach(cleanup);

/** Texts and horizontal strokes of a surface. */
function recordDrawing() {
  const texts: string[] = [];
  const strokes: { readonly y: number; readonly dash: readonly number[] }[] = [];
  let dash: readonly number[] = [];
  const calls: Record<string, unknown> = {
    measureText: () => ({ width: 40 }),
    fillText: (text: string) => void texts.push(text),
    setLineDash: (next: readonly number[]) => void (dash = next),
    lineTo: (_x: number, y: number) => void strokes.push({ y, dash }),
  };
  const surface = new Proxy({}, { get: (_, name: string) => calls[name] ?? (() => {}), set: () => true });
  return { surface: surface as CanvasRenderingContext2D, texts, strokes };
}

const report = buildReport();
const OWN_LINES = [{ kind: 'own', price: 88_000, label: 'my liquidation', stroke: 'double' }] as const;

function showHeat(onTake?: TakePrice['onTake']) {
  const { container } = render(
    <HeatMap
      report={report}
      choices={mapChoices.fallback}
      onChoose={() => {}}
      ask={async (asked) => buildMapWindow(asked)}
      askOrders={async () => null}
      askLevels={async () => null}
      onMoment={() => {}}
      multiplier={1}
      decimals={0}
      theme="dark"
      look="dark"
      ownLines={OWN_LINES}
      {...(onTake === undefined ? {} : { take: { onTake, about: 'Enter takes the price.' } })}
    />,
  );
  const canvas = container.querySelector('canvas');
  if (canvas === null) throw new Error('no canvas');
  return { canvas, map: screen.getByRole('application', { name: /heat map/ }) };
}

function showBands(onTake?: TakePrice['onTake']) {
  const { container } = render(
    <BandsView
      report={report}
      map={report.map as MapReport}
      price={90_912}
      multiplier={1}
      decimals={0}
      view="exposure"
      span={0.12}
      theme="dark"
      ownLines={OWN_LINES}
      {...(onTake === undefined ? {} : { take: { onTake, about: 'Enter takes the price.' } })}
    />,
  );
  const canvas = container.querySelector('canvas');
  if (canvas === null) throw new Error('no canvas');
  return { canvas, chart: screen.getByRole('slider', { name: /bands/i }) };
}

const at = (canvas: Element, type: 'pointerdown' | 'pointermove' | 'pointerup', x: number, y: number) =>
  fireEvent(canvas, Object.assign(new PointerEvent(type, { button: 0 }), { offsetX: x, offsetY: y }));

const menuAt = (x: number, y: number) =>
  Object.assign(new MouseEvent('contextmenu', { cancelable: true }), { offsetX: x, offsetY: y });

test('a pressed price is as round as a pixel is wide, and no rounder', () => {
  expect(roundPressed(90_937.2, 37)).toBe(90_950);
  expect(roundPressed(0.123_456, 0.000_04)).toBe(0.123_45);
});

describe('a price is taken in the heat map', () => {
  test('by a press, and not by a drag', async () => {
    const onTake = vi.fn();
    const { canvas } = showHeat(onTake);
    await screen.findByRole('table', { name: /strongest cells/ });
    canvas.setPointerCapture = () => {};

    at(canvas, 'pointerdown', 150, 104);
    at(canvas, 'pointermove', 150, 140);
    at(canvas, 'pointerup', 150, 140);
    expect(onTake).not.toHaveBeenCalled();
    fireEvent.dblClick(canvas);
    at(canvas, 'pointerdown', 150, 104);
    at(canvas, 'pointerup', 151, 104);

    // The middle of the picture is the price to within a percent; 200 pixels are twelve percent, so one is 55 dollars.
    const [taken] = onTake.mock.calls[0] ?? [];
    expect(Math.abs(taken / 90_912 - 1)).toBeLessThan(0.01);
    expect(taken % 100).toBe(0);
  });

  test('by asking for the menu of the map, which has none of the browser’s then', async () => {
    const onTake = vi.fn();
    const { canvas } = showHeat(onTake);
    await screen.findByRole('table', { name: /strongest cells/ });

    const isShown = fireEvent(canvas, menuAt(150, 104));

    expect(isShown).toBe(false);
    expect(onTake).toHaveBeenCalledOnce();
  });

  test('by Enter at the crosshair that keys move, which is said', async () => {
    const onTake = vi.fn();
    const { map } = showHeat(onTake);
    await screen.findByRole('table', { name: /strongest cells/ });

    fireEvent.keyDown(map, { key: 'Enter' });
    expect(onTake).not.toHaveBeenCalled();
    fireEvent.keyDown(map, { key: 'ArrowUp', shiftKey: true });
    await vi.waitFor(() => {
      fireEvent.keyDown(map, { key: 'Enter' });
      expect(onTake).toHaveBeenCalled();
    });

    expect(Math.abs(onTake.mock.calls[0]?.[0] / 90_912 - 1)).toBeLessThan(0.015);
    expect(map.getAttribute('aria-description')).toMatch(/Enter takes the price\.$/);
  });

  test('not on a page: no press is heard and no key is taken', async () => {
    const { map, canvas } = showHeat();
    await screen.findByRole('table', { name: /strongest cells/ });

    fireEvent.keyDown(map, { key: 'ArrowUp', shiftKey: true });
    expect(fireEvent.keyDown(map, { key: 'Enter' })).toBe(true);
    at(canvas, 'pointerdown', 150, 104);
    at(canvas, 'pointerup', 150, 104);
    expect(fireEvent(canvas, menuAt(150, 104))).toBe(true);
    expect(map.getAttribute('aria-description')).not.toContain('Enter');
  });
});

describe('a price is taken in the bands', () => {
  test('by a press, to the round price of the pixel', async () => {
    const { surface, texts } = recordDrawing();
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(surface);
    const onTake = vi.fn();
    const { canvas } = showBands(onTake);
    await vi.waitFor(() => expect(texts).toContain('90,912'));

    fireEvent(canvas, Object.assign(new MouseEvent('click'), { offsetY: 4 }));
    fireEvent(canvas, Object.assign(new MouseEvent('click'), { offsetY: 1 }));

    // Rows of 500 from 80,000 to 102,000; 200 pixels of 110 dollars each.
    expect(onTake.mock.calls).toEqual([[102_000]]);
  });

  test('by Enter in the row that keys lead to, at its middle', () => {
    const onTake = vi.fn();
    const { chart } = showBands(onTake);

    fireEvent.keyDown(chart, { key: 'Enter' });
    expect(onTake).not.toHaveBeenCalled();
    fireEvent.keyDown(chart, { key: 'Home' });
    fireEvent.keyDown(chart, { key: 'Enter' });

    expect(onTake.mock.calls).toEqual([[80_250]]);
    expect(chart.getAttribute('aria-description')).toBe('Enter takes the price.');
  });

  test('not on a page', () => {
    const { chart } = showBands();

    fireEvent.keyDown(chart, { key: 'Home' });

    expect(fireEvent.keyDown(chart, { key: 'Enter' })).toBe(true);
    expect(chart.hasAttribute('aria-description')).toBe(false);
  });
});

describe('the user’s own prices', () => {
  const palette = paletteOf('dark', 'orange-blue', false);
  const place = { ratio: 1, left: 0, width: 100, y: 50.5 };

  test('are told apart by their strokes: entry solid, stop dashed, liquidation double', () => {
    const strokesOf = (line: Pick<ChartLine, 'kind' | 'stroke'>) => {
      const { surface, strokes } = recordDrawing();
      strokeLine(surface, line, place, palette);
      return strokes;
    };

    expect(strokesOf({ kind: 'own' })).toEqual([{ y: 50.5, dash: [] }]);
    expect(strokesOf({ kind: 'own', stroke: 'dashed' })).toEqual([{ y: 50.5, dash: [4, 3] }]);
    expect(strokesOf({ kind: 'own', stroke: 'double' })).toEqual([
      { y: 49, dash: [] },
      { y: 52, dash: [] },
    ]);
  });

  test('stand in the heat map as far as they are in view, each with its label where there is room', () => {
    const { surface, texts, strokes } = recordDrawing();
    const view = { fromS: 0, untilS: 86_400, low: 80_000, high: 100_000 };
    const frame = frameHeat({ width: 300, height: 220, ratio: 1 }, view, 6, 0);
    const line = (price: number, label: string) => ({ kind: 'own', price, label }) as const;

    // 200 pixels are 20,000 dollars: the second label would lie on the first, the third is outside.
    const ownLines = [line(90_000, 'liq'), line(90_500, 'stop'), line(101_000, 'entry')];
    drawOwnLines(surface, frame, { ownLines, palette });

    expect(texts).toEqual(['liq']);
    expect(strokes.map(({ y }) => y)).toEqual([104.5, 99.5]);
  });
});
