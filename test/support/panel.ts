import type { BrowserContext, Locator, Page } from '@playwright/test';

import { SITES } from '../../core/sites/registry.ts';
import { backgroundWorker } from './launch.ts';

/** The panel on an exchange page, as its user finds it. */
export const panelOf = (page: Page): Locator =>
  page.getByRole('region', { name: 'Plimsoll: where leverage would break' });

/** The panel is open on every site, as a user has left it who has not moved it. */
export async function openPanels(context: BrowserContext): Promise<void> {
  const items = Object.fromEntries(SITES.map(({ id }) => [`place:${id}`, { form: 'open' }]));
  const worker = await backgroundWorker(context);
  await worker.evaluate(`chrome.storage.local.set(${JSON.stringify(items)})`);
}

/** The figures of the nearest clusters. */
export const clustersOf = (page: Page): Locator =>
  panelOf(page).getByRole('table', { name: /Nearest clusters/ });

/** What the panel says is wrong. */
export const noticesOf = (page: Page): Locator => panelOf(page).locator('.notices');

/** Layers of ours in the page, of bands on the chart and of marks in the order book. */
export const layerCount = (page: Page): Promise<number> => page.locator('[data-plimsoll=layer]').count();
