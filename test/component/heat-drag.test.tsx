import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { HeatMap } from '../../components/heat-map/heat-map.tsx';
import { mapChoices } from '../../core/ledger/settings/map-choices.ts';
import { oneSize } from '../support/one-size.ts';
import { buildReport } from '../support/sample-report.ts';
import { buildMapWindow } from '../support/sample-window.ts';

const frames: FrameRequestCallback[] = [];
/** Draws what waits for the next frame. */
const draw = () => frames.splice(0).forEach((frame) => frame(0));

beforeEach(() => {
  vi.stubGlobal('ResizeObserver', oneSize(300, 220));
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Counts the pictures of cells that are made, and remembers where each was drawn last. */
function recordCells() {
  const cells = { painted: 0, x: NaN, y: NaN };
  const calls: Record<string, unknown> = {
    measureText: () => ({ width: 40 }),
    createImageData: (width: number, height: number) => ({ data: new Uint8ClampedArray(4 * width * height) }),
    putImageData: () => void cells.painted++,
    drawImage: (_: unknown, x: number, y: number) => void Object.assign(cells, { x, y }),
  };
  const surface = new Proxy({}, { get: (_, name: string) => calls[name] ?? (() => {}), set: () => true });
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(surface as never);
  return cells;
}

test('what is dragged is the picture of the cells; it is painted anew once it rests', async () => {
  const cells = recordCells();
  const { container } = render(
    <HeatMap
      report={buildReport()}
      choices={mapChoices.fallback}
      onChoose={() => {}}
      ask={async (asked) => buildMapWindow(asked)}
      askOrders={async () => null}
      askLevels={async () => null}
      onMoment={() => {}}
      multiplier={1}
      decimals={0}
      ownLines={[]}
      theme="dark"
      look="dark"
    />,
  );
  await screen.findByRole('table', { name: /strongest cells/ });
  const canvas = container.querySelector('canvas');
  if (canvas === null) throw new Error('no canvas');
  canvas.setPointerCapture = () => {};
  const at = (type: 'pointerdown' | 'pointermove' | 'pointerup', x: number, y: number) =>
    fireEvent(canvas, Object.assign(new PointerEvent(type, { button: 0 }), { offsetX: x, offsetY: y }));
  draw();
  const before = { ...cells };
  expect(before.painted).toBeGreaterThan(0);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });

  at('pointerdown', 150, 100);
  for (const [step, x] of [160, 170, 180, 190].entries()) {
    at('pointermove', x, 101);
    draw();
    // Ten pixels to the right each, and the hand trembles: one down at the first.
    expect(cells.x).toBeCloseTo(before.x + 10 * (step + 1), 6);
    expect(cells.y).toBe(before.y + 1);
    expect(cells.painted).toBe(before.painted);
  }
  at('pointerup', 190, 101);

  await act(async () => void vi.runAllTimers());
  draw();
  expect(cells.painted).toBe(before.painted + 1);
});
