import { expect, type Page } from '@playwright/test';

import type { ClusterReport } from '../../core/market/market-report.ts';
import type { Picture } from '../support/png.ts';
import { ALL_BANDS } from './fixtures.ts';
import { panelOf } from '../support/panel.ts';
import { takePicture } from './take-picture.ts';

type Side = 'long' | 'short';

/** A row of the page's order book, and what the window shows of it, CSS px of the window. */
interface ShownRow {
  readonly price: number;
  readonly isAsk: boolean;
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** What the panel says of the marks. */
export const expectBookState = (page: Page, state: string): Promise<void> =>
  expect(panelOf(page).locator('.book-switch')).toHaveAttribute('data-book-state', state);

/** Rows of which the window shows something. */
export const shownRows = (page: Page): Promise<readonly ShownRow[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('#book .row, #futuresOrderbook .row')].flatMap((row) => {
      const list = row.closest('.rows')!;
      const [box, sight] = [row.getBoundingClientRect(), list.getBoundingClientRect()];
      const top = Math.max(box.top, sight.top);
      const bottom = Math.min(box.bottom, sight.bottom, innerHeight);
      if (bottom - top < 1) return [];
      const text = row.firstElementChild?.textContent ?? '';
      const price = Number(text.replaceAll(',', ''));
      return [{ price, isAsk: list.classList.contains('asks'), x: box.x, top, bottom }];
    }),
  );

/** The side whose colour the second pixel of a line has; null for any other. */
function sideAt({ width, pixels }: Picture, y: number): Side | null {
  const at = 4 * (y * width + 1);
  const [red, green, blue] = [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!];
  if (red > green && green > blue && red - blue > 35) return 'long';
  return blue > green && green > red && blue - red > 35 ? 'short' : null;
}

/** From which line to which a picture has the colours of the marks, without a gap. */
function runsIn(picture: Picture): { readonly top: number; readonly bottom: number }[] {
  const runs: { top: number; bottom: number }[] = [];
  let top: number | null = null;
  for (let y = 0; y <= picture.height; y += 1) {
    const isMarked = y < picture.height && sideAt(picture, y) !== null;
    if (isMarked) top ??= y;
    else if (top !== null) {
      runs.push({ top, bottom: y });
      top = null;
    }
  }
  return runs;
}

/** The side of a band that orders of a row lie in: bids from its price up, asks from its price down. */
function bandOf({ price, isAsk }: ShownRow, step: number, bands: readonly ClusterReport[]): Side | null {
  const found = bands.find(({ low, high }) =>
    isAsk ? low <= price && high > price - step : high >= price && low < price + step,
  );
  return found?.side ?? null;
}

/**
 * Compares a picture of the rows' left edges with the page's own rows and the bands of the report.
 * @param step of the book's groups, dollars
 * @returns how many rows are marked
 */
export async function checkMarks(page: Page, step: number): Promise<number> {
  const rows = await shownRows(page);
  const x = Math.round(rows[0]?.x ?? 0);
  const strip = { x, y: 0, width: 4, height: page.viewportSize()?.height ?? 0 };
  const picture = await takePicture(page, strip);
  const marked = rows.map((row) => sideAt(picture, Math.floor((row.top + row.bottom) / 2)));

  expect(marked).toEqual(rows.map((row) => bandOf(row, step, ALL_BANDS)));
  const edges = rows.flatMap(({ top, bottom }, index) => (marked[index] === null ? [] : [{ top, bottom }]));
  const runs = runsIn(picture);
  for (const { top, bottom } of runs) {
    expect(Math.min(...edges.map((edge) => Math.abs(edge.top - top)))).toBeLessThanOrEqual(1);
    expect(Math.min(...edges.map((edge) => Math.abs(edge.bottom - bottom)))).toBeLessThanOrEqual(1);
  }
  return marked.filter((side) => side !== null).length;
}

/** Tags, classes, ids and nesting of the page's order book, without the figures in it. */
export const structureOf = (page: Page): Promise<string> =>
  page.evaluate(() =>
    document
      .querySelector('#book, #futuresOrderbook')!
      .outerHTML.replaceAll(/>[^<]+</g, '>#<')
      .replaceAll(/--filled: [\d.]+%/g, '--filled: #'),
  );
