import { expectChartState, openChart } from './chart.ts';
import { CLUSTERS, expect, openContext, startBrowser, test } from './fixtures.ts';
import { inject } from './inject.ts';
import { linesInScales } from './scales.ts';

for (const ratio of [1, 1.25, 1.5, 2]) {
  test(`with ${ratio} device pixels for one of the page's, a band stands on the chart's own line in every mode of the scale`, async ({
    site,
    items,
  }) => {
    const browser = await startBrowser({
      exchangePort: site.port,
      screenScale: ratio,
      viewport: { width: 1280, height: 800 },
    });
    try {
      const context = await openContext(browser, { viewport: null });
      const page = await context.newPage();
      await inject(page, items);
      await openChart(page, 'odd');
      expect(await page.evaluate(() => devicePixelRatio)).toBe(ratio);
      await expectChartState(page, 'ready');
      const differences = await linesInScales(page, ratio, CLUSTERS);

      console.log(`device px from the chart's line to ours at ${ratio}: ${JSON.stringify(differences)}`);
      // The chart puts its line on a whole CSS pixel, ours stands on a device pixel.
      for (const difference of Object.values(differences))
        expect(Math.abs(Number(difference)) / ratio).toBeLessThanOrEqual(ratio === 1 ? 0 : 1);
    } finally {
      await browser.close();
    }
  });
}
