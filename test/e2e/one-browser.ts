import type { BrowserContext } from '@playwright/test';

import { launchBrowser, type LaunchOptions } from '../support/launch.ts';
import { openPanels } from '../support/panel.ts';
import { beganLoaded, test, type Exchange } from './fixtures.ts';
import { LOADED_PROFILE, startKnownExchange } from './loaded-profile.ts';

interface Options extends Pick<LaunchOptions, 'viewport'> {
  /** A market that stands still, so that a picture is as good as the next; of now, so that the worker takes it for fresh. */
  readonly isFrozen?: boolean;
}

/**
 * The usual fixtures, with one exchange and one browser with the loaded profile for all tests of the file, so that
 * their bands are the same; each test has a page for itself.
 */
export const testInOneBrowser = ({ isFrozen = false, ...launch }: Options = {}) =>
  test.extend<object, { readonly oneExchange: Exchange; readonly oneBrowser: BrowserContext }>({
    oneExchange: [
      async ({}, use) => {
        const frozenAtMs = Date.now();
        const exchange = await startKnownExchange(
          isFrozen ? { clock: () => frozenAtMs, hostClock: Date.now } : {},
        );
        await use(exchange);
        await exchange.close();
      },
      { scope: 'worker' },
    ],
    oneBrowser: [
      async ({ oneExchange }, use) => {
        const context = await launchBrowser({
          exchangePort: oneExchange.port,
          headless: true,
          profileFrom: LOADED_PROFILE,
          ...launch,
        });
        beganLoaded(context);
        await openPanels(context);
        await use(context);
        await context.close();
      },
      { scope: 'worker' },
    ],
    exchange: ({ oneExchange }, use) => use(oneExchange),
    context: ({ oneBrowser }, use) => use(oneBrowser),
    page: async ({ context }, use) => {
      const page = await context.newPage();
      await use(page);
      await page.close();
    },
  });
