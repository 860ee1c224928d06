import type { OwnLine } from '../../core/market/own-line.ts';
import { drive, expectChartState, openChart } from './chart.ts';
import { expect, openContext, startBrowser, test } from './fixtures.ts';
import { inject } from './inject.ts';
import { settledRow } from './lines.ts';
import { inScales } from './scales.ts';
import { layerCount } from '../support/panel.ts';

const entryAt = (price: number): readonly OwnLine[] => [{ role: 'entry', price }];

for (const ratio of [1, 1.5, 2]) {
  test(`with ${ratio} device pixels for one of the page's, an own line stands where the chart's own line at its price does, in every mode of the scale`, async ({
    site,
    items,
  }) => {
    test.setTimeout(180_000);
    const browser = await startBrowser({
      exchangePort: site.port,
      screenScale: ratio,
      viewport: { width: 1280, height: 800 },
    });
    try {
      const context = await openContext(browser, { viewport: null });
      const page = await context.newPage();
      const { call } = await inject(page, items);
      await openChart(page, 'odd');
      await expectChartState(page, 'ready');
      const price = 1.004 * site.market.priceOf('BTC');

      const differences = await inScales(page, async () => {
        await call('store', { positions: entryAt(price) });
        const ours = await settledRow(page, ratio, 'own');
        await call('store', { positions: [] });
        await drive(page, 'drawLine', price);
        const chart = await settledRow(page, ratio, 'magenta');
        await drive(page, 'drawLine', null);
        return ours - chart;
      });

      console.log(`device px from the chart's line to our own at ${ratio}: ${JSON.stringify(differences)}`);
      expect(Object.keys(differences)).toHaveLength(8);
      for (const difference of Object.values(differences))
        expect(Math.abs(difference) / ratio).toBeLessThanOrEqual(1);
    } finally {
      await browser.close();
    }
  });
}

test('no own line is drawn on a chart whose axis cannot be read', async ({ page, injected, site }) => {
  await openChart(page, 'scaled');
  await expectChartState(page, 'unsupported');
  await injected.call('store', { positions: entryAt(site.market.priceOf('BTC')) });
  await injected.seconds(2);

  expect(await layerCount(page)).toBe(0);
});
