import type { Page } from '@playwright/test';

import type { ClusterReport } from '../../core/market/market-report.ts';
import type { Picture } from '../support/png.ts';
import { expectChartState, frames, nearest, openChart, type Pane, seePane } from './chart.ts';
import { CLUSTERS, expect, LARGE_WINDOW, test } from './fixtures.ts';

/** Rows of a picture that a band takes, a few inside its edges and its peak's line, in a part without labels. */
async function rowsOf(
  page: Page,
  pane: Pane,
  { low, peak, high }: ClusterReport,
): Promise<readonly number[]> {
  const { from, to } = await page.evaluate(() => {
    const view = document.querySelector('iframe')!.contentWindow as unknown as {
      tradingViewApi: { activeChart: () => { getPanes: () => { getMainSourcePriceScale: () => unknown }[] } };
    };
    const scale = view.tradingViewApi.activeChart().getPanes()[0]!.getMainSourcePriceScale() as {
      getVisiblePriceRange: () => { from: number; to: number };
    };
    return scale.getVisiblePriceRange();
  });
  const row = (price: number) => pane.y + ((pane.height - 1) * (to - price)) / (to - from);
  const [top, bottom] = [Math.max(row(high), pane.y), Math.min(row(low), pane.y + pane.height)];
  const rows = Array.from({ length: Math.floor(bottom - top) }, (_, index) => Math.ceil(top) + index);
  return rows.filter((y) => y > top + 3 && y < bottom - 4 && Math.abs(y - row(peak)) > 4);
}

test.use({ viewport: LARGE_WINDOW });

/** Strokes are 14 px apart: so far along one, the others are farthest. */
const ALONG_PX = 4;

/** How many light pixels have a light one below them to the right, as a multiple of those with one to the left. */
function slant({ width, pixels }: Picture, rows: readonly number[], from: number, to: number): number {
  const isLight = (x: number, y: number) => pixels[4 * (y * width + x)]! > 96;
  let [right, left] = [0, 0];
  for (const y of rows) {
    if (!rows.includes(y + ALONG_PX)) continue;
    for (let x = from; x < to; x += 1) {
      if (!isLight(x, y)) continue;
      if (isLight(x + ALONG_PX, y + ALONG_PX)) right += 1;
      if (isLight(x - ALONG_PX, y + ALONG_PX)) left += 1;
    }
  }
  return right / Math.max(1, left);
}

/** Pixels a row that are of the colour of longs and stronger than a band's fill. */
function orangeIn({ width, pixels }: Picture, rows: readonly number[], from: number, to: number): number {
  let count = 0;
  for (const y of rows)
    for (let x = from; x < to; x += 1) {
      const at = 4 * (y * width + x);
      if (pixels[at]! > 90 && pixels[at]! > 1.5 * pixels[at + 2]! && pixels[at + 1]! > 50) count += 1;
    }
  return count / Math.max(1, rows.length);
}

test('in forced colours bands of longs fall and bands of shorts rise, and more contrast shows the strokes in their own colours', async ({
  page,
}) => {
  await openChart(page);
  await expectChartState(page, 'ready');
  const { pane } = await seePane(page, 1);
  const [from, to] = [Math.round(pane.x + 8), Math.round(pane.x + pane.width * 0.55)];
  const [longRows, shortRows] = [
    await rowsOf(page, pane, nearest(CLUSTERS, 'long')),
    await rowsOf(page, pane, nearest(CLUSTERS, 'short')),
  ];
  const look = async (media: Parameters<Page['emulateMedia']>[0]) => {
    await page.emulateMedia(media);
    await frames(page, 20);
    const { picture } = await seePane(page, 1);
    return {
      long: slant(picture, longRows, from, to),
      short: slant(picture, shortRows, from, to),
      orange: orangeIn(picture, longRows, from, to),
    };
  };

  const usual = await look({});
  const forced = await look({ forcedColors: 'active' });
  const more = await look({ forcedColors: 'none', contrast: 'more' });

  console.log(`slants of the bands: ${JSON.stringify({ usual, forced, more })}`);
  expect(forced.long).toBeGreaterThan(2);
  expect(forced.short).toBeLessThan(1 / 2);
  // A stroke each 14 px on more than 400; the rest are candles, whatever the colours.
  expect(more.orange - usual.orange).toBeGreaterThan(15);
  expect(forced.orange - usual.orange).toBeLessThan(1);
});
