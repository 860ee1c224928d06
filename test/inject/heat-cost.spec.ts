import { ownWork } from '../support/own-work.ts';
import { expectChartState, frameCount, openChart, openLiveChart, pan, paneOf } from './chart.ts';
import { expect, test } from './fixtures.ts';
import { settledHeat } from './heat.ts';
import { bandBelow, pastWith } from './known-band.ts';
import type { InjectedPage } from './inject.ts';

/** A second of the overlay's clock and the probe's glances, as without the heat map. */
const MOST_CALLS_A_SECOND = 12;
const MOST_CALLS_A_FRAME = 8;
const MOST_LAYOUTS_A_FRAME = 0.2;

/** One each fifth of a second while the price scale goes on changing, and one when it rests. */
const MOST_PAINTS_A_FRAME = 1 / 10;

test.use({
  told: { clusters: [], levels: [] },
  items: async ({ items, site }, use) => {
    const price = site.market.priceOf('BTC');
    await use({ ...items, 'past:BTCUSDT': pastWith(price, bandBelow(price, Date.now())) });
  },
});

/** Counts bitmaps that are painted in the overlay's world from now on, and the pixels of the largest. */
const countPaints = (injected: InjectedPage) =>
  injected.evaluate(`{
    const { putImageData } = CanvasRenderingContext2D.prototype;
    globalThis.painted = { count: 0, most: 0 };
    CanvasRenderingContext2D.prototype.putImageData = function (image, ...rest) {
      painted.count += 1;
      painted.most = Math.max(painted.most, image.width * image.height);
      return putImageData.call(this, image, ...rest);
    };
  }`);

const painted = (injected: InjectedPage) =>
  injected.evaluate<{ readonly count: number; readonly most: number }>('painted');

test('at rest the heat map is not painted again, and nothing is laid out; a new report paints it once', async ({
  page,
  injected,
}) => {
  await openLiveChart(page);
  await expectChartState(page, 'ready');
  expect(await settledHeat(page, 1)).not.toBeNull();
  await injected.seconds(7);
  await countPaints(injected);

  let paints = 0;
  // On a busy machine what was begun before may end in the first of these.
  await expect(async () => {
    paints = (await painted(injected)).count;
    // Long enough for a look for dialogs of the page.
    const work = await ownWork(injected.devtools, () => injected.seconds(6));
    console.log(`own work in six seconds at rest with the heat map: ${JSON.stringify(work)}`);
    expect((await painted(injected)).count).toBe(paints);
    expect(work.calls / 6).toBeLessThan(MOST_CALLS_A_SECOND);
    expect(work.layouts).toBe(0);
  }).toPass({ timeout: 40_000, intervals: [0] });

  const report = injected.items['report:BTCUSDT'] as object;
  await injected.call('store', { 'report:BTCUSDT': { ...report, at: Date.now() } });
  await injected.seconds(1);
  expect((await painted(injected)).count).toBe(paints + 1);
});

test('a pan moves the bitmap that there is, which has no more pixels than the pane', async ({
  page,
  injected,
}) => {
  await openChart(page);
  await expectChartState(page, 'ready');
  expect(await settledHeat(page, 1)).not.toBeNull();
  await countPaints(injected);

  const before = await frameCount(page);
  const work = await ownWork(injected.devtools, () => pan(page, 30));
  const frames = (await frameCount(page)) - before;
  const paints = await painted(injected);
  const report = injected.items['report:BTCUSDT'] as object;
  await injected.call('store', { 'report:BTCUSDT': { ...report, at: Date.now() } });
  await injected.seconds(1);
  const { most } = await painted(injected);

  console.log(
    `own work in ${frames} frames of panning with the heat map: ${JSON.stringify({ work, paints })}`,
  );
  expect(work.calls / frames).toBeLessThan(MOST_CALLS_A_FRAME);
  expect(work.layouts / frames).toBeLessThan(MOST_LAYOUTS_A_FRAME);
  expect(paints.count / frames).toBeLessThan(MOST_PAINTS_A_FRAME);
  const { width, height } = await paneOf(page);
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThanOrEqual(width * height);
});
