import { findFirefox } from '../support/firefox.ts';
import { paneOf } from './chart.ts';
import { injectFirefox, type InjectedFirefox, VIEWPORT } from './firefox.ts';
import { CLUSTERS, expect, siteTest, storageWith } from './fixtures.ts';
import { expectPlaced, followedHeat } from './heat.ts';
import { BEFORE_LABEL_H, bandBelow, type KnownBand, pastWith } from './known-band.ts';
import { movesOf, showMoves, watchHeat, watchLine } from './motion.ts';
import { inScales, markBand } from './scales.ts';

interface WorkerFixtures {
  /** Of the heat map; the peak of the report's only cluster is its upper edge. */
  readonly band: KnownBand;
  /** One browser with one page for all tests. */
  readonly firefox: InjectedFirefox;
}

const executablePath = findFirefox();

const test = siteTest.extend<object, WorkerFixtures>({
  band: [
    async ({ site }, use) => use(bandBelow(site.market.priceOf('BTC'), Date.now(), BEFORE_LABEL_H)),
    { scope: 'worker' },
  ],
  firefox: [
    async ({ site, band: { low, high }, band }, use) => {
      const clusters = CLUSTERS.filter(({ side }) => side === 'long');
      const firefox = await injectFirefox(executablePath ?? '', site.port, {
        ...storageWith(site, {
          clusters: clusters.map((cluster) => ({ ...cluster, low, peak: high, high })),
          levels: [],
        }),
        'past:BTCUSDT': pastWith(site.market.priceOf('BTC'), band),
      });
      await use(firefox);
      await firefox.close();
    },
    { scope: 'worker' },
  ],
});

// One after the other, as they share the browser.
test.describe.configure({ mode: 'default' });

test.skip(executablePath === null, 'There is no Firefox on this machine, and none could be installed.');

/** How the chart is held, in turn, so that each kind of axis is seen. */
for (const [ratio, variant] of [
  [1, 'odd'],
  [1.25, 'left'],
  [1.5, 'axisless'],
  [2, 'bare'],
] as const)
  test(`in Firefox with ${ratio} device pixels for one of the page's, heat map and band stand on the chart's own prices and bars in every mode of the scale: ${variant}`, async ({
    firefox: { page, open },
    band,
  }) => {
    await open(variant, ratio);
    expect(await page.evaluate(() => devicePixelRatio)).toBe(ratio);
    await markBand(page, band);

    const off = await inScales(page, () => followedHeat(page, ratio));

    console.log(`Firefox, device px from the chart's own at ${ratio}: ${JSON.stringify(off)}`);
    for (const { heat, line } of Object.values(off)) {
      expectPlaced(heat);
      expect(Math.abs(line)).toBeLessThanOrEqual(1);
    }
  });

test('in Firefox no frame shows heat map or band beside the chart’s own bars and prices while the chart is moved', async ({
  firefox: { page, open, film },
  band,
}) => {
  const ratio = 1.25;
  await open('library', ratio);
  await markBand(page, band);
  expectPlaced((await followedHeat(page, ratio)).heat);
  const pane = await paneOf(page);
  const heat = watchHeat(pane, ratio);
  const line = watchLine(pane, ratio, 'long');

  await showMoves(movesOf(page, pane), film, heat, line);

  console.log(
    `Firefox, device px in any of ${heat.seen()} frames: ${JSON.stringify([heat.worst, line.worst])}`,
  );
  expect(heat.seen()).toBeGreaterThan(20);
  // At this ratio a row of the bitmap is at the edge of what is allowed; the busier the machine, the longer it is stretched.
  for (const off of Object.values(heat.worst)) expectPlaced(off, 1);
  for (const difference of Object.values(line.worst)) expect(difference).toBeLessThanOrEqual(1);
});

test('in Firefox the heat map keeps its bars and its prices when the window changes its size and the chart its interval', async ({
  firefox: { page, open, resize, choose },
  band,
}) => {
  await open('library', 1);
  await markBand(page, band);
  expectPlaced((await followedHeat(page, 1)).heat);

  for (const [width, height] of [
    [900, 560],
    [VIEWPORT.width, VIEWPORT.height],
  ] as const) {
    const before = await paneOf(page);
    await resize(width, height);
    const { heat } = await followedHeat(page, 1);

    expect(await paneOf(page)).not.toEqual(before);
    expectPlaced(heat);
  }

  await choose('15m');
  await choose('1h');
  await markBand(page, band);

  expectPlaced((await followedHeat(page, 1)).heat);
});
