import { call, drive, expectChartState, nearest, openChart, paneOf } from './chart.ts';
import { CLUSTERS, expect, LARGE_WINDOW, PAGES, test } from './fixtures.ts';
import { paintedLines } from './lines.ts';
import { openDialog } from './page-dialog.ts';
import { layerCount, panelOf } from '../support/panel.ts';

test.use({ pace: 8 });

for (const variant of ['library', 'bare', 'layout', 'two', 'preload', 'sameorigin', 'window', 'moved']) {
  test(`bands stand on the chart's own line: ${variant}`, async ({ page, consoleErrors }) => {
    const warnings: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'warning') warnings.push(message.text());
    });

    // Of two charts side by side each would be too narrow.
    if (variant === 'layout' || variant === 'two') await page.setViewportSize(LARGE_WINDOW);
    await openChart(page, variant);
    await expectChartState(page, 'ready');
    await drive(page, 'drawLine', nearest(CLUSTERS, 'long').peak);
    const { ours, magenta } = await paintedLines(page, 1, 'long');

    expect(ours).not.toBeNull();
    expect(Math.abs(ours! - magenta!)).toBeLessThanOrEqual(1);
    expect(consoleErrors).toEqual([]);
    expect(warnings).toEqual([]);
  });
}

for (const [variant, state] of [
  ['scaled', 'unsupported'],
  ['foreign', 'searching'],
  ['original', 'searching'],
] as const) {
  test(`a chart whose axis cannot be read gets no bands, and the panel says so: ${variant}`, async ({
    page,
    injected,
    consoleErrors,
  }) => {
    await openChart(page, variant);
    await expectChartState(page, state);
    await injected.seconds(2);

    await expectChartState(page, state);
    await expect.poll(() => layerCount(page), { timeout: 3_000 }).toBe(0);
    expect(consoleErrors).toEqual([]);
  });
}

test('bands follow the chart through another pane order, a pane alone, a teardown, a lie and another symbol', async ({
  page,
}) => {
  await openChart(page);
  await expectChartState(page, 'ready');
  await drive(page, 'drawLine', nearest(CLUSTERS, 'long').peak);

  await drive(page, 'swapPanes');
  await expectChartState(page, 'ready');
  const swapped = await paintedLines(page, 1, 'long');
  expect(Math.abs(swapped.ours! - swapped.magenta!)).toBeLessThanOrEqual(1);
  await drive(page, 'swapPanes');

  await drive(page, 'maximiseVolume', true);
  await expectChartState(page, 'hidden');
  await expect.poll(() => layerCount(page), { timeout: 3_000 }).toBe(0);
  await drive(page, 'maximiseVolume', false);
  await expectChartState(page, 'ready');

  await drive(page, 'tearDown', true);
  await expectChartState(page, 'loading');
  await expect.poll(() => layerCount(page), { timeout: 3_000 }).toBe(0);
  await drive(page, 'tearDown', false);
  await expectChartState(page, 'ready');

  await drive(page, 'lie', true);
  await expectChartState(page, 'unsupported');
  await expect.poll(() => layerCount(page), { timeout: 3_000 }).toBe(0);
  await drive(page, 'lie', false);
  await expectChartState(page, 'ready');

  await drive(page, 'nameSymbol', 'BINANCE:ETHUSDT.P');
  await expectChartState(page, 'mismatch');
  await expect.poll(() => layerCount(page), { timeout: 3_000 }).toBe(0);
  await drive(page, 'nameSymbol', 'BTCUSDT@PRICETYPE=LAST');
  await expectChartState(page, 'ready');
});

test('a frame that is replaced on navigation is found again, and nothing of the old one stays', async ({
  page,
}) => {
  await openChart(page, 'replaced');
  await expectChartState(page, 'ready');

  await page.getByRole('link', { name: /ETH/ }).first().click();

  await expectChartState(page, 'ready');
  await expect.poll(() => layerCount(page), { timeout: 3_000 }).toBe(1);
  await page.evaluate(() => document.querySelector('iframe')?.remove());
  await expect.poll(() => layerCount(page), { timeout: 3_000 }).toBe(0);
});

test('a chart that is hidden or stands behind a dialog shows no bands until it is back', async ({ page }) => {
  await openChart(page);
  await expectChartState(page, 'ready');

  await page.evaluate(() => {
    document.querySelector('iframe')!.style.visibility = 'hidden';
  });
  await expectChartState(page, 'hidden');
  await page.evaluate(() => {
    document.querySelector('iframe')!.style.visibility = '';
  });
  await expectChartState(page, 'ready');
  await openDialog(page, 'left:300px;top:300px;width:300px;height:200px');
  await expectChartState(page, 'hidden');
  await expect.poll(() => layerCount(page), { timeout: 3_000 }).toBe(0);
});

test('bands go with one click, stay away on the next visit and leave the other sites alone', async ({
  page,
  injected,
}) => {
  await openChart(page);
  await expectChartState(page, 'ready');

  await panelOf(page).getByRole('button', { name: 'On the chart' }).click();

  await expectChartState(page, 'off');
  await expect.poll(() => layerCount(page), { timeout: 3_000 }).toBe(0);
  await expect.poll(() => injected.items['place:binance']).toMatchObject({ chartBands: false });
  await page.reload();
  await expectChartState(page, 'off');
  await page.goto(`${PAGES.okx()}?chart=library`);
  await expectChartState(page, 'ready');
});

test('the chart still gets wheel and drag under the bands', async ({ page }) => {
  await openChart(page);
  await expectChartState(page, 'ready');
  const pane = await paneOf(page);
  const range = () =>
    page.evaluate(() => {
      const api = document.querySelector('iframe')?.contentWindow as unknown as {
        tradingViewApi: { activeChart: () => { getVisibleRange: () => { from: number } | null } };
      };
      return api.tradingViewApi.activeChart().getVisibleRange()?.from ?? 0;
    });
  const before = await range();

  await page.mouse.move(pane.x + 200, pane.y + 200);
  await page.mouse.wheel(0, -300);

  await expect.poll(range).not.toBe(before);
});

test.describe('between two glances', () => {
  test.use({ pace: 1 });

  /** One in which the browser sees that the frame stands elsewhere, one in which it says so, and one to spare. */
  const MOST_FRAMES = 3;

  test('a chart that the page moves is followed at once', async ({ page, injected }) => {
    await openChart(page);
    await expectChartState(page, 'ready');
    // Without a press, after which glances are frequent.
    await call(page, 'drawLine', nearest(CLUSTERS, 'long').peak);
    const before = await paintedLines(page, 1, 'long');
    const { y } = await paneOf(page);
    // Past the second in which the last move is followed frame by frame.
    await injected.seconds(2);

    const followedAfter = await page.evaluate(
      (expected) =>
        new Promise<number>((resolve) => {
          let shown = 0;
          const count = () => {
            shown += 1;
            requestAnimationFrame(count);
          };
          document.addEventListener('plimsoll-chart', (event) => {
            const told = JSON.parse(String((event as CustomEvent).detail)) as { readonly y?: number };
            if (told.y === expected) resolve(shown);
          });
          document.querySelector('iframe')!.style.top = '24px';
          requestAnimationFrame(count);
        }),
      y + 24,
    );
    const after = await paintedLines(page, 1, 'long');

    expect(followedAfter).toBeLessThanOrEqual(MOST_FRAMES);
    expect(after.magenta! - before.magenta!).toBe(24);
    expect(Math.abs(after.ours! - after.magenta!)).toBeLessThanOrEqual(1);
  });
});
