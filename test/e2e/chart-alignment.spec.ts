import { launchBrowser } from '../support/launch.ts';
import { drive, expectChartState, nearest, openChart, paintedLines, settledClusters } from './chart.ts';
import { expect, test, type Exchange } from './fixtures.ts';
import { LOADED_PROFILE, startKnownExchange } from './loaded-profile.ts';

const SCALES = [
  ['linear', 0, false, 'long'],
  ['linear, inverted', 0, true, 'short'],
  ['logarithmic', 1, false, 'short'],
  ['logarithmic, inverted', 1, true, 'long'],
  ['percent', 2, false, 'long'],
  ['percent, inverted', 2, true, 'short'],
  ['indexed to 100', 3, false, 'short'],
  ['indexed to 100, inverted', 3, true, 'long'],
] as const;

let exchange: Exchange;
// A market that stands still, so that a picture is as good as the next; of now, so that the worker takes it for fresh.
test.beforeEach(async () => {
  const frozenAtMs = Date.now();
  exchange = await startKnownExchange({ clock: () => frozenAtMs, hostClock: Date.now });
});
test.afterEach(() => exchange.close());

for (const ratio of [1, 1.25, 1.5, 2]) {
  test(`with ${ratio} device pixels for one of the page's, a band stands on the chart's own line in every mode of the scale`, async () => {
    test.setTimeout(180_000);
    const context = await launchBrowser({
      exchangePort: exchange.port,
      headless: true,
      profileFrom: LOADED_PROFILE,
      screenScale: ratio,
      viewport: { width: 1280, height: 800 },
    });
    try {
      const page = context.pages()[0]!;
      await openChart(page, context, 'odd');
      expect(await page.evaluate(() => devicePixelRatio)).toBe(ratio);
      await expectChartState(page, 'ready');
      const clusters = await settledClusters(context);
      const differences: Record<string, number | string> = {};
      for (const [name, mode, isInverted, side] of SCALES) {
        await drive(page, 'setMode', mode);
        await drive(page, 'setInverted', isInverted);
        await drive(page, 'drawLine', nearest(clusters, side).peak);
        const { ours, magenta } = await paintedLines(page, ratio, side);
        differences[name] = ours === null || magenta === null ? `${ours} ${magenta}` : ours - magenta;
      }

      console.log(`device px from the chart's line to ours at ${ratio}: ${JSON.stringify(differences)}`);
      // The chart puts its line on a whole CSS pixel, ours stands on a device pixel.
      for (const difference of Object.values(differences))
        expect(Math.abs(Number(difference)) / ratio).toBeLessThanOrEqual(ratio === 1 ? 0 : 1);
    } finally {
      await context.close();
    }
  });
}
