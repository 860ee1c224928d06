import { drive, expectChartState, openChart } from './chart.ts';
import { CONTEXT, startBrowser, test } from './fixtures.ts';
import { bandBelow, expectPlaced, misplaced, type Misplaced, pastWith, settledHeat } from './heat.ts';
import { inject } from './inject.ts';

const BARS = 50;

const SCALES = [
  ['linear', 0, false],
  ['linear, inverted', 0, true],
  ['logarithmic', 1, false],
  ['logarithmic, inverted', 1, true],
  ['percent', 2, false],
  ['percent, inverted', 2, true],
  ['indexed to 100', 3, false],
] as const;

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
      const context = await browser.newContext({ ...CONTEXT, viewport: null });
      const page = await context.newPage();
      await inject(page, { ...items, 'past:BTCUSDT': pastWith(price, band) });
      await openChart(page, 'odd');
      await expectChartState(page, 'ready');
      await drive(page, 'markBars', [band.fromS, band.untilS]);
      await drive(page, 'drawLine', band.high);
      const off: Record<string, Misplaced | null> = {};
      for (const [name, mode, isInverted] of SCALES) {
        await drive(page, 'setMode', mode);
        await drive(page, 'setInverted', isInverted);
        const edges = await settledHeat(page, ratio);
        off[name] = edges === null ? null : misplaced(edges, BARS);
      }

      console.log(`device px from the chart's own to the heat map at ${ratio}: ${JSON.stringify(off)}`);
      for (const one of Object.values(off)) expectPlaced(one, ratio);
    } finally {
      await browser.close();
    }
  });
