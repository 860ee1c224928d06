import { ownWork } from '../support/own-work.ts';
import { panelOf } from '../support/panel.ts';
import { expectChartState, frameCount, openChart, openLiveChart, pan } from './chart.ts';
import { openContext, expect, PAGES, test } from './fixtures.ts';

/** A second of the overlay's clock and the probe's glances. */
const MOST_CALLS_A_SECOND = 12;

/** Before and after the chart's own callbacks of a frame, and what carries the picture to the bands. */
const MOST_CALLS_A_FRAME = 8;
const MOST_LAYOUTS_A_FRAME = 0.2;

const MOST_HEAP_MB = 6;

test('on a page at rest the bands cost a few calls a second, none of which lays out the page', async ({
  page,
  injected,
}) => {
  await openLiveChart(page);
  await expectChartState(page, 'ready');
  // Past the seconds in which a page that was just opened is searched more often.
  await injected.seconds(7);

  const atRest = () => ownWork(injected.devtools, () => injected.seconds(4));
  let on = await atRest();
  // On a busy machine what was begun before may end in these seconds.
  if (on.layouts > 0) on = await atRest();
  await panelOf(page).getByRole('button', { name: 'On the chart' }).click();
  await expectChartState(page, 'off');
  await injected.seconds(4);
  const off = await ownWork(injected.devtools, () => injected.seconds(4));

  console.log(`own work in four seconds at rest: ${JSON.stringify({ on, off })}`);
  expect(on.calls / 4).toBeLessThan(MOST_CALLS_A_SECOND);
  expect(off.calls).toBeLessThan(on.calls);
  expect(on.layouts).toBe(0);
});

test('a chart that is panned is followed with a few calls a frame', async ({ page, injected }) => {
  await openChart(page);
  await expectChartState(page, 'ready');

  const before = await frameCount(page);
  const work = await ownWork(injected.devtools, () => pan(page, 30));
  const frames = (await frameCount(page)) - before;

  console.log(`own work in ${frames} frames of panning: ${JSON.stringify(work)}`);
  expect(work.calls / frames).toBeLessThan(MOST_CALLS_A_FRAME);
  expect(work.layouts / frames).toBeLessThan(MOST_LAYOUTS_A_FRAME);
});

test('nothing of ours shifts the page, and it takes a few megabytes', async ({
  page,
  injected,
  injectBrowser,
}) => {
  await page.addInitScript(() => {
    const seen = { ownShift: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as {
        value: number;
        sources: { node: Node | null }[];
      }[])
        if (entry.sources.some(({ node }) => node instanceof HTMLElement && 'plimsoll' in node.dataset))
          seen.ownShift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const context = await openContext(injectBrowser);
  const bare = await context.newPage();
  const heapMb = async (of: typeof page) => {
    const devtools = await of.context().newCDPSession(of);
    await devtools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await devtools.send('Runtime.getHeapUsage');
    return usedSize / 1e6;
  };

  await bare.goto(PAGES.binance());
  await page.goto(PAGES.binance());
  await expectChartState(page, 'ready');
  await injected.seconds(2);
  const added = (await heapMb(page)) - (await heapMb(bare));
  await context.close();

  console.log(`heap that the extension takes on a page: ${added.toFixed(1)} MB`);
  expect(added).toBeLessThan(MOST_HEAP_MB);
  expect(await page.evaluate(() => (window as unknown as { seen: { ownShift: number } }).seen.ownShift)).toBe(
    0,
  );
});
