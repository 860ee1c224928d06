import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';

import type { MarketReport } from '../../core/market/market-report.ts';
import type { PageMarket } from '../../core/market/page-market.ts';
import type { VenueId } from '../../core/market/venue-id.ts';
import type { MessageOf } from '../../core/service/protocol/list.ts';
import type { FaultRule } from '../exchange/faults/fault.ts';
import type { startExchange } from '../exchange/start-exchange.ts';
import { backgroundWorker, extensionId, launchBrowser } from '../support/launch.ts';
import { errorsOf } from '../support/pages.ts';
import { openPanels } from '../support/panel.ts';
import { keepBrowser, type KeptBrowser } from './kept-browser.ts';
import { LOADED_PROFILE, PAGE_PERIOD_MS, profileLoadedAtMs, startKnownExchange } from './loaded-profile.ts';
import { advanceWorker, isWorkerAhead, TICKER_PERIOD_S } from './worker-clock.ts';

export { expect };
export { PAGES } from '../support/pages.ts';

export type Exchange = Awaited<ReturnType<typeof startExchange>>;

interface WorkerFixtures {
  /** Grown once: the market takes seconds. A test that moves the market starts an exchange of its own. */
  readonly sharedExchange: Exchange;
  readonly keptBrowser: KeptBrowser;
}

interface Fixtures {
  /** Whether the extension comes to its first page with the history of BTCUSDT, or with nothing. */
  readonly profile: 'loaded' | 'empty';
  /** What the panel is found as: open, or as a newcomer finds it. */
  readonly form: 'open' | 'first';
  /** The test leaves in its browser what no other test shall find there, or must find there what no other has used. */
  readonly isAlone: boolean;
  /** The shared exchange without faults and with an empty request log. */
  readonly exchange: Exchange;
  readonly context: BrowserContext;
  /** A trading page of Binance BTCUSDT with the extension running; its console errors are in `consoleErrors`. */
  readonly page: Page;
  readonly consoleErrors: string[];
}

/**
 * Tests that begin with the loaded profile share a browser, which is put back after each; a test has one for itself where it
 * says so, begins with nothing, or has an exchange of its own.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  sharedExchange: [
    async ({}, use) => {
      // Answers are dated also while the market stands still.
      const exchange = await startKnownExchange({ hostClock: Date.now, pagePeriodMs: PAGE_PERIOD_MS });
      await use(exchange);
      await exchange.close();
    },
    { scope: 'worker' },
  ],
  keptBrowser: [
    async ({ sharedExchange }, use) => {
      const browser = keepBrowser(sharedExchange.port);
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  exchange: async ({ sharedExchange }, use) => {
    sharedExchange.faults.clear();
    sharedExchange.requests.clear();
    await use(sharedExchange);
  },
  profile: ['empty', { option: true }],
  form: ['open', { option: true }],
  isAlone: [false, { option: true }],
  context: async ({ exchange, sharedExchange, keptBrowser, profile, form, isAlone }, use) => {
    const isKept = profile === 'loaded' && !isAlone && exchange === sharedExchange;
    const context = await (isKept
      ? keptBrowser.take()
      : launchBrowser({
          exchangePort: exchange.port,
          headless: true,
          ...(profile === 'loaded' ? { profileFrom: LOADED_PROFILE } : {}),
        }));
    if (profile === 'loaded') beganLoaded(context);
    if (form === 'open') await openPanels(context);
    await use(context);
    // The kept browser's worker rests from a venue that failed; its clock, set back, would keep a poll that is under way until
    // the time that it had.
    const hasFailed =
      exchange === sharedExchange && exchange.faults.list().some((rule) => isOfVenue(exchange, rule));
    if (hasFailed || (isKept && (await isWorkerAhead(context)))) await keptBrowser.close();
    await (isKept ? keptBrowser.rest() : context.close());
  },
  consoleErrors: async ({ page }, use) => use(errorsOf(page)),
  page: async ({ context }, use) => use(context.pages()[0] ?? (await context.newPage())),
});

const isOfVenue = ({ venues }: Exchange, { venue, host }: FaultRule): boolean =>
  venue !== undefined ||
  host === undefined ||
  venues.some((one) => one.venue !== null && one.hosts.includes(host));

const loadedBrowsers = new WeakSet<BrowserContext>();

/** The browser began with the loaded profile, in which a report may stand that is not its own. */
const beganLoaded = (context: BrowserContext): void => void loadedBrowsers.add(context);

/** Everything the extension has stored on this device. */
export async function storedItems(context: BrowserContext): Promise<Record<string, unknown>> {
  const worker = await backgroundWorker(context);
  return worker.evaluate<Record<string, unknown>>('chrome.storage.local.get(null)');
}

/**
 * The report of a market that this browser has stored; null before. The profile may hold an older one: a worker that is busy
 * writes one more while its browser closes.
 */
export async function storedReport(
  context: BrowserContext,
  market = 'BTCUSDT',
): Promise<MarketReport | null> {
  const worker = await backgroundWorker(context);
  const key = `report:${market}`;
  const report = await worker.evaluate<MarketReport | null>(
    `chrome.storage.local.get('${key}').then((items) => items['${key}'] ?? null)`,
  );
  // Where nothing was loaded before, the venues' clock may be any.
  const isOfProfile = loadedBrowsers.has(context) && report !== null && report.at <= profileLoadedAtMs();
  return isOfProfile ? null : report;
}

const LOAD_TIMEOUT_MS = 120_000;

/** Waits until every venue's history of a market is loaded. */
export const warmReport = (context: BrowserContext, market = 'BTCUSDT'): Promise<MarketReport> =>
  reportWhere(context, market, (report) => report.warmUp.done && report.map !== null);

/** Waits until a market has bands, while more history may still be loading. */
export const mappedReport = (context: BrowserContext, market = 'BTCUSDT'): Promise<MarketReport> =>
  reportWhere(context, market, (report) => report.clusters.length > 0);

/** Waits until something is told of a market. */
export const pricedReport = (context: BrowserContext, market: string): Promise<MarketReport> =>
  reportWhere(context, market, (report) => report.price !== null);

/** A report of BTCUSDT that no exchange's page has asked for, for views that stand without one. */
export async function askedReport(context: BrowserContext): Promise<MarketReport> {
  await refresh(context);
  return mappedReport(context);
}

async function reportWhere(
  context: BrowserContext,
  market: string,
  isThere: (report: MarketReport) => boolean,
): Promise<MarketReport> {
  const deadline = Date.now() + LOAD_TIMEOUT_MS;
  while (Date.now() < deadline) {
    const report = await storedReport(context, market);
    if (report !== null && isThere(report)) return report;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  const report = await storedReport(context, market);
  throw new Error(`${market} was not loaded in time: ${JSON.stringify([report?.warmUp, report?.sources])}`);
}

/** What `read` gives, once what `keyOf` sees in it has been the same for `unchangedMs`. */
export async function settled<T>(
  read: () => Promise<T>,
  keyOf: (value: T) => unknown,
  unchangedMs: number,
): Promise<T> {
  let value = await read();
  for (let since = Date.now(); Date.now() - since < unchangedMs;) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const before = JSON.stringify(keyOf(value));
    value = await read();
    if (JSON.stringify(keyOf(value)) !== before) since = Date.now();
  }
  return value;
}

/** A page of the extension's own that shows nothing, to ask the worker from. */
export async function openOwnPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${await extensionId(context)}/manifest.json`);
  return page;
}

/** Ends the worker as the browser does when it is idle or short of memory. */
export async function killWorker(context: BrowserContext): Promise<void> {
  const page = await openOwnPage(context);
  const devtools = await context.newCDPSession(page);
  await devtools.send('ServiceWorker.enable');
  await devtools.send('ServiceWorker.stopAllWorkers');
  await page.close();
}

/** Asks for fresh figures at once, as the panel does; also when the worker's clock says that the page has long been silent. */
export async function refresh(
  context: BrowserContext,
  market = 'BTCUSDT',
  venue: VenueId = 'binance',
): Promise<void> {
  const open = context.pages().find((page) => page.url().startsWith('chrome-extension:'));
  const page = open ?? (await openOwnPage(context));
  const shown: PageMarket = {
    venue,
    instrument: market,
    base: market.replace('USDT', ''),
    multiplier: 1,
    quote: 'USDT',
    kind: 'perpetual',
  };
  const messages: readonly MessageOf<'watch' | 'refresh'>[] = [
    { kind: 'watch', market: shown },
    { kind: 'refresh', market },
  ];
  for (const message of messages)
    await page.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(message)})`);
  if (page !== open) await page.close();
}

/** A poll takes a second or two; one that was under way is not begun anew. */
const POLLS_APART_MS = 2_000;

/**
 * Has the worker poll, again and again, until `look` finds what polls bring. What venues told a moment ago is asked for again:
 * the worker's clock goes ahead, and a page's reckoning of ages with it.
 */
export const pollUntil = (
  context: BrowserContext,
  look: () => Promise<void> | void,
  timeout = 60_000,
): Promise<void> =>
  expect(async () => {
    await advanceWorker(context, TICKER_PERIOD_S);
    await refresh(context);
    await expect(async () => look()).toPass({ timeout: POLLS_APART_MS, intervals: [200] });
  }).toPass({ timeout, intervals: [0] });
