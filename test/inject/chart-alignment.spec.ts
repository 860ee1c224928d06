import type { OwnLine } from '../../core/market/own-line.ts';
import { drive, expectChartState, nearest, openChart } from './chart.ts';
import { CLUSTERS, expect, openContext, siteTest as test, startBrowser, storageWith } from './fixtures.ts';
import { expectPlaced, followedHeat } from './heat.ts';
import { inject } from './inject.ts';
import { BEFORE_LABEL_H, bandBelow, pastWith } from './known-band.ts';
import { apart, followedLines, isOnLine } from './lines.ts';
import { inScales, markBand } from './scales.ts';

/** What follows a change of the scale follows it within so many frames, at {@link PACE}. */
const FOLLOWED_FRAMES = 6;
const PACE = 8;

const entryAt = (price: number): readonly OwnLine[] => [{ role: 'entry', price }];

/** From the middle of an own line to its price, device px, by how thick it is: of two pixels none is the middle. */
const MIDDLE = { 1: 0.5, 1.25: 0.5, 1.5: 0.5, 2: 0 } as const;

for (const ratio of [1, 1.25, 1.5, 2] as const)
  test(`with ${ratio} device pixels for one of the page's, heat map, bands and own lines stand on the chart's own prices and bars in every mode of the scale`, async ({
    site,
  }) => {
    const browser = await startBrowser({
      exchangePort: site.port,
      screenScale: ratio,
      viewport: { width: 1100, height: 640 },
    });
    try {
      const band = bandBelow(site.market.priceOf('BTC'), Date.now(), BEFORE_LABEL_H);
      const { low, high } = band;
      const [long, short] = [nearest(CLUSTERS, 'long'), nearest(CLUSTERS, 'short')];
      const context = await openContext(browser, { viewport: null });
      const page = await context.newPage();
      const items = {
        ...storageWith(site, { clusters: [{ ...long, low, peak: high, high }, short], levels: [] }),
        'past:BTCUSDT': pastWith(site.market.priceOf('BTC'), band),
      };
      const { call } = await inject(page, items, { pace: PACE });
      await openChart(page, 'odd');
      expect(await page.evaluate(() => devicePixelRatio)).toBe(ratio);
      await expectChartState(page, 'ready');
      await markBand(page, band);

      const off = await inScales(page, async () => {
        await drive(page, 'drawLine', high);
        const followed = await followedHeat(page, ratio, FOLLOWED_FRAMES);
        await drive(page, 'drawLine', short.peak);
        const shorts = await followedLines(page, ratio, 'short', FOLLOWED_FRAMES);
        await call('store', { positions: entryAt(short.peak) });
        const price = shorts.magenta && shorts.magenta - MIDDLE[ratio];
        const own = await followedLines(page, ratio, 'own', FOLLOWED_FRAMES, price);
        await call('store', { positions: [] });
        return { ...followed, short: apart(shorts), own: apart(own) };
      });

      console.log(`device px from the chart's own to ours at ${ratio}: ${JSON.stringify(off)}`);
      expect(Object.keys(off)).toHaveLength(8);
      for (const { heat, ...lines } of Object.values(off)) {
        expectPlaced(heat);
        for (const [name, px] of Object.entries(lines))
          expect(isOnLine(px, ratio), `${name}: ${px}`).toBe(true);
      }
    } finally {
      await browser.close();
    }
  });
