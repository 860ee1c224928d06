import { expect, mappedReport, PAGES, test } from '../../e2e/fixtures.ts';
import { moveSliders, openSliders } from '../../e2e/popup-page.ts';

test.use({ profile: 'loaded' });

/** What a frame at sixty in a second has. */
const FRAME_MS = 16;
const STEPS = 60;

test('every slider has the whole answer follow within a frame', async ({ page, context }, info) => {
  await page.goto(PAGES.binance());
  const { price } = await mappedReport(context);
  const popup = await openSliders(context, price ?? 0);

  const moved = await moveSliders(popup, STEPS);

  for (const [name, { timesMs }] of Object.entries(moved)) {
    const [fastTenth, median, p95] = [0.1, 0.5, 0.95].map((share) => timesMs[Math.floor(share * STEPS)]);
    const description = `${name}: ${JSON.stringify({ fastTenth, median, p95 })}`;
    console.log(`ms a step, ${description}`);
    info.annotations.push({ type: 'slider step, ms', description });
    // What else runs on the machine makes steps slower, never faster.
    expect(fastTenth, name).toBeLessThan(FRAME_MS);
  }
});
