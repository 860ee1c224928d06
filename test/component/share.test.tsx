import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { BandsView } from '../../components/bands/bands-view.tsx';
import { captionOf } from '../../components/share/caption.ts';
import { drawShared } from '../../components/share/shared-picture.ts';
import { readPalette } from '../../components/ui/palette.ts';
import type { MapReport } from '../../core/market/market-report.ts';
import { buildReport, SAMPLE_AT } from '../support/sample-report.ts';

afterEach(cleanup);
afterEach(() => vi.unstubAllGlobals());

/** Texts that are written on any canvas. */
function recordTexts(): readonly string[] {
  const texts: string[] = [];
  const surface = new Proxy(
    {},
    {
      get: (_, name: string) => {
        if (name === 'measureText') return () => ({ width: 40 });
        return (text: unknown) => void (name === 'fillText' && texts.push(String(text)));
      },
      set: () => true,
    },
  );
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(surface as CanvasRenderingContext2D);
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((done) => done(new Blob(['picture'])));
  return texts;
}

function stubClipboard(write: () => Promise<void>): void {
  vi.stubGlobal('navigator', Object.create(navigator, { clipboard: { value: { write } } }));
  vi.stubGlobal('ClipboardItem', function () {});
}

function showBands() {
  const report = buildReport();
  render(
    <BandsView
      report={report}
      map={report.map as MapReport}
      price={90_912}
      multiplier={1}
      decimals={0}
      view="exposure"
      span={0.12}
      theme="dark"
      ownLines={[{ kind: 'own', price: 88_000, label: 'my liquidation' }]}
    />,
  );
}

describe('a picture that is passed on', () => {
  test('has coin, price, time, that it is an estimate, and the track record', () => {
    const report = buildReport();
    const texts = recordTexts();
    const shown = { report, map: 'forced', price: 90_912, atS: SAMPLE_AT / 1000, decimals: 0 } as const;

    drawShared(document.createElement('canvas'), {
      ...captionOf({ ...shown, multiplier: 1 }),
      palette: readPalette(document.body),
      draw: () => {},
    });

    expect(texts[0]).toBe('BTC 90,912');
    expect(texts[1]).toMatch(/^12 Jan, \d\d:48\. Estimate: USD expected to be force-closed here\.$/);
    expect(texts[2]).toMatch(/^By first passage: /);
  });

  test('goes into the clipboard, without the user’s own prices', async () => {
    const texts = recordTexts();
    const write = vi.fn(async () => {});
    stubClipboard(write);
    showBands();

    fireEvent.click(screen.getByRole('button', { name: 'Copy picture' }));

    expect(await screen.findByText('Copied.')).toBeTruthy();
    expect(write).toHaveBeenCalledOnce();
    expect(texts).toContain('90,912');
    expect(texts.join(' ')).not.toContain('my liquidation');
  });

  test('that the browser refuses is said', async () => {
    recordTexts();
    stubClipboard(() => Promise.reject(new Error('no')));
    showBands();

    fireEvent.click(screen.getByRole('button', { name: 'Copy picture' }));

    expect(await screen.findByText('The browser did not allow it.')).toBeTruthy();
  });

  test('is saved under the name of the market', async () => {
    recordTexts();
    const names: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download);
    });
    showBands();

    fireEvent.click(screen.getByRole('button', { name: 'Save picture' }));

    await vi.waitFor(() => expect(names).toEqual(['BTCUSDT-bands.png']));
  });
});
