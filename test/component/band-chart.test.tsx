import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { BandChart } from '../../components/bands/band-chart.tsx';
import { BandsView } from '../../components/bands/bands-view.tsx';
import { buildBandRows } from '../../components/bands/band-rows.ts';
import { oneSize } from '../support/one-size.ts';
import { buildReport } from '../support/sample-report.ts';

/** The calls of a drawing surface that measures every text as 40 px. */
function recordDrawing() {
  const calls: { readonly name: string; readonly args: readonly unknown[] }[] = [];
  const surface = new Proxy(
    {},
    {
      get: (_, name: string) =>
        name === 'measureText'
          ? () => ({ width: 40 })
          : (...args: unknown[]) => void calls.push({ name, args }),
      set: () => true,
    },
  );
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(surface as CanvasRenderingContext2D);
  return calls;
}

const report = buildReport();
const bands = buildBandRows({
  map: report.map ?? Object.assign(Object.create(null)),
  clusters: report.clusters,
  view: 'exposure',
  price: 90_912,
  span: 0.12,
  rowCount: 56,
  multiplier: 1,
});
const props = {
  bands,
  lines: [
    { kind: 'mark', price: 90_912, label: '90,912' },
    { kind: 'own', price: 84_000, label: 'my liquidation' },
    { kind: 'level', price: 84_010, label: 'support 3×' },
    { kind: 'level', price: 200_000, label: 'far away' },
  ],
  decimals: 0,
  selected: null,
  onSelect: () => {},
  theme: 'dark',
} as const;

beforeEach(() => vi.stubGlobal('ResizeObserver', oneSize(280, 200)));
afterEach(() => vi.unstubAllGlobals());

afterEach(cleanup);

describe('the chart', () => {
  test('draws a bar for every row that holds dollars and the labels that have room', async () => {
    const calls = recordDrawing();

    render(<BandChart {...props} />);
    await vi.waitFor(() => expect(calls.some(({ name }) => name === 'fillText')).toBe(true));

    const texts = calls.filter(({ name }) => name === 'fillText').map(({ args }) => args[0]);
    expect(texts).toContain('90,912');
    expect(texts).toContain('my liquidation');
    // The level lies ten dollars beside the own line, the last one outside the picture.
    expect(texts).not.toContain('support 3×');
    expect(texts).not.toContain('far away');
    const filled = bands.rows.filter((row) => row.longUsd + row.shortUsd > 0).length;
    expect(calls.filter(({ name }) => name === 'fillRect').length).toBeGreaterThanOrEqual(filled);
  });

  test('writes at each level its price, its side and how often it was touched', async () => {
    const calls = recordDrawing();
    const [touched] = report.levels;
    if (touched === undefined || report.map === null) throw new Error('no level');
    const untouched = { ...touched, id: 'untouched', low: 98_000, high: 98_200, touches: 0 };

    render(
      <BandsView
        {...{ report: { ...report, levels: [...report.levels, untouched] }, map: report.map }}
        price={90_912}
        multiplier={1}
        decimals={0}
        view="exposure"
        span={0.12}
        theme="dark"
        ownLines={[]}
      />,
    );
    await vi.waitFor(() => expect(calls.some(({ name }) => name === 'fillText')).toBe(true));

    const texts = calls.filter(({ name }) => name === 'fillText').map(({ args }) => args[0]);
    // The support 1 % below the price has no room beside the price's own label.
    expect(texts).toEqual(expect.arrayContaining(['94,789 resistance 5×', '98,200 resistance']));
  });

  test('says which row the pointer is in, and when it has left', async () => {
    const calls = recordDrawing();
    const onSelect = vi.fn();
    const { container } = render(<BandChart {...props} onSelect={onSelect} />);
    const canvas = container.querySelector('canvas');
    if (canvas === null) throw new Error('no canvas');
    await vi.waitFor(() => expect(calls.length).toBeGreaterThan(0));

    // The highest row ends at the top of the drawing, 4 px down.
    fireEvent(canvas, Object.assign(new PointerEvent('pointermove'), { offsetY: 5 }));
    fireEvent(canvas, Object.assign(new PointerEvent('pointermove'), { offsetY: 1 }));
    fireEvent.pointerLeave(canvas);

    expect(onSelect.mock.calls.slice(-3)).toEqual([[bands.rows.length - 1], [null], [null]]);
  });

  test('keeps its one canvas when the data change', () => {
    recordDrawing();
    const { container, rerender } = render(<BandChart {...props} />);
    const canvas = container.querySelector('canvas');

    rerender(<BandChart {...props} bands={{ ...bands }} />);

    expect(container.querySelector('canvas')).toBe(canvas);
  });

  test('is left empty where no surface is to be had', () => {
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);

    expect(() => render(<BandChart {...props} />)).not.toThrow();
  });
});
