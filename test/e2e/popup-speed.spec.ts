import { expect, mappedReport, PAGES, test } from './fixtures.ts';
import { openPopup, savePosition } from './popup-page.ts';

test.use({ profile: 'loaded' });

/** What a frame at sixty in a second has. */
const FRAME_MS = 16;

test('every slider has the whole answer follow within a frame', async ({ page, context }) => {
  await page.goto(PAGES.binance());
  const report = await mappedReport(context);
  const popup = await openPopup(context);
  const price = report.price ?? 0;
  await savePosition(popup, { entry: String(price), size: '25000', stop: String(Math.round(price * 0.97)) });
  await popup.getByText('Largest size').click();
  await popup.getByLabel('Equity').fill('20000');
  await popup.getByText('Stops', { exact: true }).click();

  const measured = await popup.evaluate(async () => {
    const results: Record<string, { fastTenth: number; median: number; p95: number; changed: number }> = {};
    for (const slider of document.querySelectorAll<HTMLInputElement>('input[type=range]')) {
      const times: number[] = [];
      let changed = 0;
      const from = Number(slider.value);
      for (let step = 1; step <= 60; step += 1) {
        const before = document.querySelector('main')?.textContent;
        const started = performance.now();
        slider.value = String(Math.min(300, Math.max(1, from - 30 + step)));
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        // Drawing is put off to a microtask; the layout is forced so that it counts too.
        await Promise.resolve();
        await new Promise((resolve) => queueMicrotask(() => resolve(undefined)));
        document.body.getBoundingClientRect();
        times.push(performance.now() - started);
        if (document.querySelector('main')?.textContent !== before) changed += 1;
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      times.sort((a, b) => a - b);
      const name = slider.labels?.[0]?.textContent ?? '';
      results[name] = {
        fastTenth: times[6] ?? NaN,
        median: times[30] ?? NaN,
        p95: times[57] ?? NaN,
        changed,
      };
    }
    return results;
  });

  test.info().annotations.push({ type: 'slider step, ms', description: JSON.stringify(measured) });
  expect(Object.keys(measured)).toEqual(['Leverage', 'Margin', 'Size', 'Stop']);
  for (const [name, { fastTenth, changed }] of Object.entries(measured)) {
    expect(changed, `${name} changes what is shown`).toBeGreaterThan(50);
    // What else runs on the machine makes steps slower, never faster.
    expect(fastTenth, name).toBeLessThan(FRAME_MS);
  }
});
