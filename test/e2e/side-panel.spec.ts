import type { Page } from '@playwright/test';

import { backgroundWorker } from '../support/launch.ts';
import { panelOf } from '../support/panel.ts';
import { expect, mappedReport, PAGES, test } from './fixtures.ts';
import { overflowing } from './overflowing.ts';
import { openPopup, savePosition } from './popup-page.ts';
import { openSidePanel, sidePanelText } from '../support/side-panel-page.ts';
import { violationsInBothThemes } from './violations.ts';

test.use({ profile: 'loaded' });

const titleOf = (side: Page) => side.getByRole('heading', { level: 1 });
const entryOf = (side: Page) => side.getByLabel('Entry price');

test('the side panel shows the market of the tab in front, and goes on with it; itself it is no page of a venue, to which nothing may listen without one', async ({
  page,
  context,
}) => {
  const worker = await backgroundWorker(context);
  await page.goto(PAGES.bybit('ETHUSDT'));
  await expect(panelOf(page).locator('.strip-market')).toHaveText('ETH');
  const side = await openSidePanel(context);

  await page.bringToFront();
  await expect(titleOf(side)).toHaveText('ETH');
  await page.goto(PAGES.okx());
  await mappedReport(context);
  await expect(titleOf(side)).toHaveText('BTC');

  await side.bringToFront();
  await expect(side.getByRole('table', { name: /Nearest clusters/ })).toBeVisible();
  // Its own tab shows no market: the last one stays, and that is said.
  await expect(side.getByText('The tab in front shows no market; this is BTC.')).toBeVisible();
  const leases = () =>
    worker.evaluate<{ readonly leases: Readonly<Record<string, { readonly venue: string }>> }>(
      'chrome.storage.session.get("leases")',
    );
  const venues = async () => Object.values((await leases()).leases).map(({ venue }) => venue);
  await expect.poll(async () => (await venues()).toSorted()).toEqual(['okx', 'side-panel']);
});

test('a price begins a position there: the crosshair that keys move in the heat map, and in the map a press or keys', async ({
  page,
  context,
}) => {
  await page.goto(PAGES.bybit());
  const { price } = await mappedReport(context);
  if (price === null) throw new Error('no price');
  const side = await openSidePanel(context, { inFront: page });
  const asked = side.getByRole('group', { name: /^New position: / });
  const isPressed = (name: string) =>
    expect(side.getByRole('button', { name, exact: true })).toHaveAttribute('aria-pressed', 'true');

  await test.step('at the crosshair of the heat map', async () => {
    await side.getByRole('button', { name: 'Heat map' }).click();
    await expect(side.getByText('Back in time')).toBeVisible();
    await side.getByRole('application', { name: /heat map/i }).focus();
    for (let step = 0; step < 10; step += 1) await side.keyboard.press('Shift+ArrowDown');
    await side.keyboard.press('Enter');
    await side.getByRole('button', { name: 'Target', exact: true }).click();

    // A target below the price is that of a short.
    await isPressed('Short');
    await expect
      .poll(async () => Math.abs(Number(await entryOf(side).inputValue()) / price - 1))
      .toBeLessThan(0.02);
  });

  await test.step('where the map is pressed', async () => {
    await side.getByRole('button', { name: 'Bands' }).click();
    const canvas = side.locator('.band-chart canvas');
    await expect(canvas).toBeVisible();
    const { height } = (await canvas.boundingBox()) ?? { height: 0 };
    await canvas.click({ position: { x: 200, y: height * 0.6 } });
    const pressed = Number((await asked.textContent())?.match(/[\d,]+/)?.[0].replace(',', ''));
    expect(pressed).toBeLessThan(price);
    await asked.getByRole('button', { name: 'Stop' }).click();

    await expect(side.getByLabel('Stop', { exact: true }).first()).toHaveValue(String(pressed));
    await isPressed('Long');
  });

  await test.step('by keys', async () => {
    const before = Number(await entryOf(side).inputValue());
    // Focus is back on the map: ten rows up from the price, and that is the entry of a short.
    await side.keyboard.press('PageUp');
    await side.keyboard.press('Enter');
    await side.keyboard.press('Enter');
    await expect
      .poll(async () => Number(await entryOf(side).inputValue()))
      .toBeGreaterThan(Math.max(price, before));

    await side.keyboard.press('Home');
    await side.keyboard.press('Enter');
    await side.keyboard.press('Escape');
    await expect(asked).toBeHidden();
    await expect(side.getByRole('slider', { name: /bands/i })).toBeFocused();
  });
});

test('a click in the card opens the browser’s own side panel, on the page’s market', async ({
  page,
  context,
}) => {
  await page.goto(PAGES.binance());
  await mappedReport(context);
  const devtools = await context.newCDPSession(page);
  expect(await sidePanelText(devtools)).toBeNull();

  await panelOf(page).getByRole('button', { name: 'Open the side panel' }).click();

  await expect.poll(() => sidePanelText(devtools)).toMatch(/^BTC[\s\S]*Your positions/);
  await page.goto(PAGES.bybit('ETHUSDT'));
  await expect.poll(() => sidePanelText(devtools)).toMatch(/^ETH/);
});

test('dark or light, nothing that is hard to read or to reach stands in it: in the map with a price that was pressed, in a position with everything unfolded, in the heat map', async ({
  page,
  context,
}, info) => {
  await page.goto(PAGES.bybit());
  await mappedReport(context);
  const side = await openSidePanel(context, { inFront: page, colorScheme: 'light' });
  await expect(side.locator('main')).toHaveAttribute('data-theme', 'light');
  const canvas = side.locator('.band-chart canvas');
  await expect(canvas).toBeVisible();
  await canvas.click({ position: { x: 200, y: 60 } });
  await side.getByRole('group', { name: /^New position: / }).waitFor();
  const pressed = await violationsInBothThemes(context, side);

  await side.keyboard.press('Escape');
  await side.getByRole('button', { name: 'Show an example' }).click();
  await side.getByText('What lies between').waitFor();
  await side.evaluate(() => document.querySelectorAll('details').forEach((part) => (part.open = true)));
  const unfolded = await violationsInBothThemes(context, side);

  await side.getByRole('button', { name: 'Heat map' }).click();
  await expect(side.getByText('Back in time')).toBeVisible();
  const heat = await violationsInBothThemes(context, side);

  expect([...pressed, ...unfolded, ...heat]).toEqual([]);
  await side.screenshot({ path: info.outputPath('side-panel.png') });
});

test('a position that is saved in the popup stands in it in full; its layout holds at 300 and 480 pixels, at twice the size, and from right to left', async ({
  page,
  context,
}, info) => {
  await page.goto(PAGES.bybit());
  const { price } = await mappedReport(context);
  const popup = await openPopup(context);
  await savePosition(popup, { entry: String(price), size: '25000', stop: '80000' });
  await popup.close();
  const side = await openSidePanel(context, { width: 300, inFront: page, colorScheme: 'dark' });
  await expect(side.locator('main')).toHaveAttribute('data-theme', 'dark');
  await expect(side.getByRole('button', { name: /^BTC long/, pressed: true })).toBeVisible();
  await expect(side.getByRole('region', { name: 'Results' })).toContainText('Liquidation');
  await expect(side.getByText('What lies between')).toBeVisible();
  await side.locator('.band-chart canvas').waitFor();
  await side.evaluate(() => document.querySelectorAll('details').forEach((part) => (part.open = true)));

  for (const { width, zoom, dir } of [
    { width: 300, zoom: '1', dir: 'ltr' },
    { width: 480, zoom: '1', dir: 'ltr' },
    { width: 720, zoom: '2', dir: 'ltr' },
    { width: 360, zoom: '1', dir: 'rtl' },
  ]) {
    await side.setViewportSize({ width, height: 900 });
    await side.evaluate(
      (wanted) => {
        document.documentElement.style.zoom = wanted.zoom;
        document.documentElement.dir = wanted.dir;
      },
      { zoom, dir },
    );

    await side.screenshot({ path: info.outputPath(`side-panel-${width}.png`), fullPage: true });
    expect(await overflowing(side), `${width} pixels`).toEqual([]);
  }
});
