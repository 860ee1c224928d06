import { expectChartState, openChart } from './chart.ts';
import { openContext, startBrowser, test } from './fixtures.ts';
import { expectPlaced, followedHeat } from './heat.ts';
import { bandBelow, pastWith } from './known-band.ts';
import { inject } from './inject.ts';
import { inScales, markBand } from './scales.ts';

// Nothing of the bands is taken for the heat map, and no label stands on the chart's own line.
test.use({ told: { clusters: [], levels: [] } });

for (const ratio of [1, 1.25, 1.5, 2])
  test(`with ${ratio} device pixels for one of the page's, the heat map stands on the chart's own prices and bars in every mode of the scale`, async ({
    site,
    items,
  }) => {
    const viewport = { width: 1280, height: 800 };
    const browser = await startBrowser({ exchangePort: site.port, screenScale: ratio, viewport });
    try {
      const price = site.market.priceOf('BTC');
      const band = bandBelow(price, Date.now());
      const context = await openContext(browser, { viewport: null });
      const page = await context.newPage();
      await inject(page, { ...items, 'past:BTCUSDT': pastWith(price, band) });
      await openChart(page, 'odd');
      await expectChartState(page, 'ready');
      await markBand(page, band);
      const off = await inScales(page, () => followedHeat(page, ratio));

      console.log(`device px from the chart's own to the heat map at ${ratio}: ${JSON.stringify(off)}`);
      for (const one of Object.values(off)) expectPlaced(one);
    } finally {
      await browser.close();
    }
  });
