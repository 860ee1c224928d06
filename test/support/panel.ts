import type { Locator, Page } from '@playwright/test';

/** The panel on an exchange page, as its user finds it. */
export const panelOf = (page: Page): Locator =>
  page.getByRole('region', { name: 'Plimsoll: where leverage would break' });

/** The figures of the nearest clusters. */
export const clustersOf = (page: Page): Locator =>
  panelOf(page).getByRole('table', { name: /Nearest clusters/ });

/** What the panel says is wrong. */
export const noticesOf = (page: Page): Locator => panelOf(page).locator('.notices');

/** Layers of ours in the page, of bands on the chart and of marks in the order book: hosts without a name, known by their place alone. */
export const layerCount = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      [...document.documentElement.children].filter(
        (node) => node instanceof HTMLElement && node.localName === 'div' && node.style.contain === 'strict',
      ).length,
  );
