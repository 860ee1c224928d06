import type { Page } from 'puppeteer-core';

import { YOUNG } from '../exchange/scenarios/young.ts';
import { startExchange } from '../exchange/start-exchange.ts';
import { findFirefox, launchFirefox, panelIn, type RunningFirefox } from '../support/firefox.ts';
import { expect, PAGES, test as base } from './fixtures.ts';
import { PAGE_PERIOD_MS } from './loaded-profile.ts';

interface FirefoxFixtures {
  /** One browser with one profile for the whole journey. */
  readonly firefox: RunningFirefox;
  /** A trading page of Binance BTCUSDT. */
  readonly tradingPage: Page;
}

const executablePath = findFirefox();

const test = base.extend<object, FirefoxFixtures>({
  firefox: [
    async ({}, use) => {
      const exchange = await startExchange({ scenario: YOUNG, pagePeriodMs: PAGE_PERIOD_MS });
      const firefox = await launchFirefox(executablePath ?? '', exchange.port);
      await use(firefox);
      await firefox.close();
      await exchange.close();
    },
    { scope: 'worker' },
  ],
  tradingPage: [
    async ({ firefox }, use) => {
      const page = await firefox.browser.newPage();
      await page.goto(PAGES.binance());
      await use(page);
    },
    { scope: 'worker' },
  ],
});

test.describe.configure({ mode: 'serial', timeout: 240_000 });
test.skip(executablePath === null, 'There is no Firefox on this machine, and none could be installed.');

/** A venue that has just answered is asked again with the next alarm: a minute, and what a busy machine adds. */
const NEXT_POLL_MS = 90_000;

/** What the panel says; null where there is none. */
const panelText = async (page: Page): Promise<string | null> =>
  (await (await panelIn(page))?.evaluate(({ textContent }) => textContent)) ?? null;

/**
 * An element to click or to type into. Whether it is enabled is not waited for: that question is compiled in the page,
 * which neither the extension's policy nor an exchange's allows.
 */
const at = (page: Page, selector: string) => page.locator(selector).setWaitForEnabled(false);

/** What a newcomer does first. */
async function openCard(page: Page): Promise<void> {
  await expect.poll(() => panelText(page)).not.toBeNull();
  const card = await (await panelIn(page))?.$('.card-body');
  await card?.click();
}

/** Has the worker poll at once, as the panel does; what was asked for a moment ago is not due even then. */
const askForPoll = (own: Page): Promise<unknown> =>
  own.evaluate("browser.runtime.sendMessage({ kind: 'refresh', market: 'BTCUSDT' })");

const panelCondition = async (page: Page): Promise<string | null> =>
  (await (await panelIn(page))?.evaluate((panel) => panel.getAttribute('data-condition'))) ?? null;

/** Types into the field of that label. */
async function fill(page: Page, label: string, text: string): Promise<void> {
  const id = await page.evaluate(
    (wanted) =>
      [...document.querySelectorAll('label')].find(({ textContent }) => textContent === wanted)?.htmlFor ??
      '',
    label,
  );
  await at(page, `#${id}`).fill(text);
}

test('a newcomer is welcomed, told how this browser pins an icon, and skips all of it by one press', async ({
  firefox: { welcome },
}) => {
  expect(await welcome.evaluate(() => document.body.textContent)).toContain('then “Pin to Toolbar”');
  await at(welcome, '.welcome header .button').click();

  // The end of a tab that closes itself is not reported either.
  const isOpen = () =>
    welcome
      .evaluate(() => true)
      .then(
        () => true,
        () => false,
      );
  await expect.poll(isOpen).toBe(false);
});

test('the panel goes to bands on a trading page, and draws them on the page’s own chart', async ({
  tradingPage,
}) => {
  await expect.poll(() => panelCondition(tradingPage), { timeout: 60_000 }).toBe('live');

  await openCard(tradingPage);
  await expect.poll(() => panelText(tradingPage)).toContain('Nearest clusters');
  await expect.poll(() => panelText(tradingPage)).toContain('Drawn on the chart’s own scale');
});

test('a press counts only where the page leaves the panel as it is', async ({ tradingPage }) => {
  const style = (text: string) =>
    tradingPage.evaluate((wanted) => {
      document.documentElement.style.cssText = wanted;
    }, text);
  const fold = async () =>
    (await (await panelIn(tradingPage))?.$('[aria-label="Fold to the card"]'))?.click();
  for (const deed of ['opacity: 0.01', 'transform: scale(1.2)', 'clip-path: inset(0 0 1px)']) {
    await style(deed);
    await fold();
    await expect.poll(() => panelText(tradingPage)).toContain('This press was not counted');
    expect(await panelText(tradingPage)).toContain('Nearest clusters');
  }

  await style('');
  await fold();
  await expect.poll(() => panelText(tradingPage)).not.toContain('Nearest clusters');
  await openCard(tradingPage);
  await expect.poll(() => panelText(tradingPage)).toContain('Nearest clusters');
});

test('the popup reckons a position on the page’s market', async ({ firefox }) => {
  const popup = await firefox.openOwnPage('popup.html', 'h1');

  await fill(popup, 'Entry price', '90000');
  await fill(popup, 'Size', '90000');
  await fill(popup, 'Leverage', '10');

  await expect
    .poll(() => popup.evaluate(() => document.body.textContent), { timeout: 10_000 })
    .toMatch(/Liquidation8[12],\d{3}/);
  await popup.close();
});

/** What stands in Firefox's own sidebar; null while it is shut. */
const sidebarText = (own: Page): Promise<unknown> =>
  own.evaluate("browser.extension.getViews({ type: 'sidebar' })[0]?.document.body.textContent ?? null");

test('the popup opens the browser’s sidebar, which shows the market of the tab in front', async ({
  firefox,
  tradingPage,
}) => {
  const popup = await firefox.openOwnPage('popup.html', 'h1');
  expect(await sidebarText(popup)).toBeNull();

  await at(popup, '[aria-label="Open the side panel"]').click();
  await tradingPage.bringToFront();

  await expect.poll(() => sidebarText(popup)).toMatch(/^\s*BTC[\d,]+.*Your positions/);
  await tradingPage.goto(PAGES.bybit('ETHUSDT'));
  await expect.poll(() => sidebarText(popup)).toMatch(/^\s*ETH/);
  await tradingPage.goto(PAGES.binance());
  // The icon's menu has it too: nothing tells what stands in a menu, but a second of the same name is refused.
  const again = `new Promise((done) => browser.contextMenus.create(
    { id: 'open-side-panel', title: 'again', contexts: ['action'] },
    () => done(browser.runtime.lastError?.message),
  ))`;
  expect(await popup.evaluate(again)).toMatch(/already exists/);
  await popup.close();
});

test('a venue revoked in the browser is named with its remedy, and one click brings it back', async ({
  firefox,
  tradingPage,
}) => {
  let options = await firefox.openOwnPage('options.html', 'h1');
  await options.evaluate("browser.permissions.remove({ origins: ['https://api.bybit.com/*'] })");

  await tradingPage.bringToFront();
  await expect(async () => {
    await askForPoll(options);
    expect(await panelText(tradingPage)).toContain('Bybit needs your consent in the browser');
  }).toPass({ timeout: NEXT_POLL_MS, intervals: [3_000] });

  await options.close();
  const allow = '[aria-label="Allow access to Bybit"]';
  options = await firefox.openOwnPage('options.html', allow);
  await at(options, allow).click();
  await tradingPage.bringToFront();
  await expect(async () => {
    await askForPoll(options);
    expect(await panelText(tradingPage)).not.toContain('needs your consent in the browser');
  }).toPass({ timeout: NEXT_POLL_MS, intervals: [3_000] });
  await options.close();
});

test('the page’s site revoked takes the panel away, and one click brings it back without a reload', async ({
  firefox,
  tradingPage,
}) => {
  const options = await firefox.openOwnPage('options.html', '#sites');
  await options.evaluate("browser.permissions.remove({ origins: ['https://www.binance.com/*'] })");
  await expect.poll(() => panelText(tradingPage)).toBeNull();

  await at(options, '[aria-label="Allow the panel on Binance"]').click();
  await tradingPage.bringToFront();

  await expect(async () => {
    await askForPoll(options);
    expect(await panelCondition(tradingPage)).toBe('live');
  }).toPass({ timeout: NEXT_POLL_MS, intervals: [3_000] });
  await options.close();
});

test('an extension that is updated leaves one panel on an open page', async ({ firefox, tradingPage }) => {
  await firefox.updateExtension();
  await expect
    .poll(async () => {
      const hosts = await tradingPage.evaluate(
        () => document.querySelectorAll('[data-plimsoll=panel]').length,
      );
      return [hosts, await panelCondition(tradingPage)];
    })
    .toEqual([1, 'live']);
  await tradingPage.reload();
  await expect.poll(() => panelCondition(tradingPage)).toBe('live');
});

test('an optional site has the panel after one click, in a tab that was open', async ({ firefox }) => {
  const page = await firefox.browser.newPage();
  await page.goto('https://dydx.trade/trade/BTC-USD');
  const options = await firefox.openOwnPage('options.html', '#sites');
  expect(await panelText(page)).toBeNull();

  await at(options, '[aria-label="Allow the panel on dYdX"]').click();
  await page.bringToFront();

  await openCard(page);
  await expect.poll(() => panelText(page)).toContain('not of dYdX');
  await page.close();
  await options.close();
});
