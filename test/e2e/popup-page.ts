import type { BrowserContext, Page } from '@playwright/test';

import { extensionId } from '../support/launch.ts';

/** The popup in a tab of its own; Playwright does not see the bubble under the icon. */
export async function openPopup(context: BrowserContext): Promise<Page> {
  const popup = await context.newPage();
  await popup.setViewportSize({ width: 400, height: 600 });
  await popup.goto(`chrome-extension://${await extensionId(context)}/popup.html`);
  await popup.getByRole('heading', { name: 'Position risk' }).waitFor();
  return popup;
}

export interface TypedPosition {
  readonly coin?: string;
  readonly venue?: string;
  readonly side?: 'Long' | 'Short';
  readonly entry: string;
  readonly size: string;
  readonly leverage?: string;
  readonly added?: string;
  readonly stop?: string;
}

/** Types a position into the form and saves it. */
export async function savePosition(popup: Page, position: TypedPosition): Promise<void> {
  const {
    coin = 'BTC',
    venue = 'Binance',
    side = 'Long',
    entry,
    size,
    leverage = '10',
    added,
    stop,
  } = position;
  await popup.getByLabel('Coin', { exact: true }).fill(coin);
  await popup.getByLabel('Venue', { exact: true }).selectOption({ label: venue });
  await popup.getByRole('button', { name: side, exact: true }).click();
  await popup.getByLabel('Entry price').fill(entry);
  await popup.getByLabel('Size', { exact: true }).first().fill(size);
  await popup.getByLabel('Leverage', { exact: true }).first().fill(leverage);
  if (added !== undefined) await popup.getByLabel('Added margin').fill(added);
  if (stop !== undefined) await popup.getByLabel('Stop', { exact: true }).first().fill(stop);
  await popup.getByRole('button', { name: /^Save (position|changes)/ }).click();
  await popup.getByText('Saved on this device.').waitFor();
}

/** How the answer follows a slider. */
interface SliderSteps {
  /** Steps after which another answer is shown. */
  readonly changed: number;
  /** From a step to the answer laid out, in ascending order, milliseconds. */
  readonly timesMs: readonly number[];
}

/** Moves every slider of the popup through `steps` steps; by name. */
export const moveSliders = (popup: Page, steps: number): Promise<Record<string, SliderSteps>> =>
  popup.evaluate(async (count) => {
    const results: Record<string, SliderSteps> = {};
    for (const slider of document.querySelectorAll<HTMLInputElement>('input[type=range]')) {
      const timesMs: number[] = [];
      let changed = 0;
      const from = Number(slider.value) - Math.floor(count / 2);
      for (let step = 1; step <= count; step += 1) {
        const before = document.querySelector('main')?.textContent;
        const startedAt = performance.now();
        slider.value = String(Math.min(300, Math.max(1, from + step)));
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        // Drawing is put off to a microtask; the layout is forced so that it counts too.
        await Promise.resolve();
        await new Promise((resolve) => queueMicrotask(() => resolve(undefined)));
        document.body.getBoundingClientRect();
        timesMs.push(performance.now() - startedAt);
        if (document.querySelector('main')?.textContent !== before) changed += 1;
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      timesMs.sort((a, b) => a - b);
      results[slider.labels?.[0]?.textContent ?? ''] = { changed, timesMs };
    }
    return results;
  }, steps);

/** Opens the popup with a position whose sliders are all to be seen. */
export async function openSliders(context: BrowserContext, price: number): Promise<Page> {
  const popup = await openPopup(context);
  await savePosition(popup, { entry: String(price), size: '25000', stop: String(Math.round(price * 0.97)) });
  await popup.getByText('Largest size').click();
  await popup.getByLabel('Equity').fill('20000');
  await popup.getByText('Stops', { exact: true }).click();
  return popup;
}
