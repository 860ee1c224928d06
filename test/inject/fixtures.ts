import {
  test as base,
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
} from '@playwright/test';

import type { ClusterReport, MarketReport } from '../../core/market/market-report.ts';
import { INSTALLED_VENUES } from '../../core/venues/origins.ts';
import type { Scenario } from '../exchange/market/scenario.ts';
import { JANUARY_2026 } from '../exchange/scenarios/january-2026.ts';
import { startExchange, type RunningExchange } from '../exchange/start-exchange.ts';
import { ensurePageBrowser } from '../support/browser.ts';
import { seeClosedRoots } from '../support/closed-roots.ts';
import { type ArgumentOptions, browserArguments } from '../support/launch.ts';
import { errorsOf } from '../support/pages.ts';
import { buildReport } from '../support/sample-report.ts';
import { inject, type InjectedPage } from './inject.ts';

export { expect } from '@playwright/test';
export { PAGES } from '../support/pages.ts';

/** For a test that needs more of a page than a window of the usual size shows. */
export const LARGE_WINDOW = { width: 1440, height: 900 } as const;

/** Beside the chart, so that nothing of the panel is taken for a band. */
const PLACE = { right: 0, top: 560, width: 280, height: 240, form: 'open' } as const;

/** Bands of a report of the market that the pages show; the nearest of a side is its first. */
export const ALL_BANDS: readonly ClusterReport[] = buildReport().clusters;

function scaled(cluster: ClusterReport, ratio: number): ClusterReport {
  const { low, peak, high } = cluster;
  return { ...cluster, low: low * ratio, peak: peak * ratio, high: high * ratio };
}

/** One band of a side, near the price, so that a picture of a chart has one line of each colour. */
export const CLUSTERS: readonly ClusterReport[] = (['long', 'short'] as const).flatMap((side) =>
  ALL_BANDS.filter((band) => band.side === side)
    .slice(0, 1)
    .map((band) => scaled(band, side === 'long' ? 1.008 : 1)),
);

export const SETTINGS = {
  version: 1,
  venues: INSTALLED_VENUES,
  watchList: [],
  palette: 'orange-blue',
  theme: 'page',
} as const;

/** Pages show no positions but the visitor's own, and prices go by no trade: few traders are grown in a tenth of the time. */
const FEW_TRADERS: Scenario = {
  ...JANUARY_2026,
  coins: JANUARY_2026.coins.map((coin) => ({ ...coin, positionsPerStep: 2 })),
};

/** What is mostly looked at stands around the page's own figures; those need not move each second. */
const PAGE_PERIOD_MS = 5_000;

interface WorkerFixtures {
  /** Serves the trading pages, whose market stands still. */
  readonly site: RunningExchange;
  readonly injectBrowser: Browser;
}

interface Fixtures {
  /** Where the panel stands on every site. */
  readonly place: Readonly<Record<string, unknown>>;
  /** What the report of the market says other than the sample's; an array would be taken for a fixture's options. */
  readonly told: Pick<MarketReport, 'clusters'> & Partial<MarketReport>;
  /** What the user has set. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly items: Readonly<Record<string, unknown>>;
  /** So many of its seconds do both scripts take a second of the machine's for. */
  readonly pace: number;
  /** Both scripts in the page, and storage with a fixed report. */
  readonly injected: InjectedPage;
  readonly consoleErrors: string[];
}

const SITES = ['binance', 'bybit', 'okx', 'hyperliquid'];

/** A context in which no policy of a page counts, as none does in an extension's world, and locators see the panel. */
export async function openContext(
  browser: Browser,
  options: Pick<BrowserContextOptions, 'viewport'> = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ bypassCSP: true, ignoreHTTPSErrors: true, ...options });
  seeClosedRoots(context);
  return context;
}

/** A browser that finds every host at the simulated exchange. */
export const startBrowser = (options: Omit<ArgumentOptions, 'headless'>): Promise<Browser> =>
  chromium.launch({
    executablePath: ensurePageBrowser(),
    // The arguments say it, as Playwright's own switch would have them another way.
    headless: false,
    args: browserArguments({ ...options, headless: true }),
  });

/** What is in storage where reports say what is told. */
export function storageWith(
  site: RunningExchange,
  told: Fixtures['told'],
  { place = PLACE, settings = SETTINGS }: Partial<Pick<Fixtures, 'place' | 'settings'>> = {},
): Readonly<Record<string, unknown>> {
  const at = Date.now();
  const ratio = site.market.priceOf('ETH') / site.market.priceOf('BTC');
  return {
    settings,
    ...Object.fromEntries(SITES.map((name) => [`place:${name}`, place])),
    'report:BTCUSDT': buildReport({ at, ...told }),
    'report:ETHUSDT': buildReport({
      market: 'ETHUSDT',
      at,
      price: site.market.priceOf('ETH'),
      clusters: told.clusters.map((cluster) => scaled(cluster, ratio)),
    }),
  };
}

/** What a test needs that brings a browser of its own; it runs where the others do, whose market has grown. */
export const siteTest = base.extend<object, WorkerFixtures>({
  site: [
    async ({}, use) => {
      const frozenAtMs = Date.now();
      const exchange = await startExchange({
        scenario: FEW_TRADERS,
        clock: () => frozenAtMs,
        hostClock: Date.now,
        pagePeriodMs: PAGE_PERIOD_MS,
      });
      await use(exchange);
      await exchange.close();
    },
    { scope: 'worker' },
  ],
  injectBrowser: [
    async ({ site }, use) => {
      const browser = await startBrowser({ exchangePort: site.port });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
});

/** One browser a worker; every test has a context of its own, so that nothing of the test before is there. */
export const test = siteTest.extend<Fixtures>({
  place: [PLACE, { option: true }],
  settings: [SETTINGS, { option: true }],
  told: [{ clusters: CLUSTERS }, { option: true }],
  pace: [1, { option: true }],
  items: ({ site, place, settings, told }, use) => use(storageWith(site, told, { place, settings })),
  context: async ({ injectBrowser, viewport }, use) => {
    const context = await openContext(injectBrowser, { viewport });
    await use(context);
    await context.close();
  },
  injected: [async ({ page, items, pace }, use) => use(await inject(page, items, { pace })), { auto: true }],
  consoleErrors: async ({ page }, use) => use(errorsOf(page)),
});
