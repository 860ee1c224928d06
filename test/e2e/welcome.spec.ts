import { AxeBuilder } from '@axe-core/playwright';

import { extensionId, launchBrowser, welcomePage } from '../support/launch.ts';
import { panelOf } from '../support/panel.ts';
import { expect, storedItems, test as base } from './fixtures.ts';

const test = base.extend({
  context: async ({ exchange }, use) => {
    const context = await launchBrowser({ exchangePort: exchange.port, headless: true, isWelcome: true });
    await use(context);
    await context.close();
  },
});

const ADDRESS = `0x${'12ab'.repeat(10)}`;

test('a newcomer is welcomed, says whom to listen to, names an address and opens a market', async ({
  context,
}) => {
  const page = await welcomePage(context);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Welcome to Plimsoll');
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  }

  await page.getByLabel('Address of an account').fill(ADDRESS);
  await page.getByRole('button', { name: 'Show positions' }).click();
  await expect(page.getByRole('list', { name: 'Addresses whose positions are shown' })).toContainText(
    '0x12ab',
  );
  await page.getByRole('button', { name: 'Only the page’s own' }).click();
  await expect(page.getByRole('checkbox', { name: 'The venue of the page that is open' })).toBeChecked();
  expect(await storedItems(context)).toMatchObject({
    accounts: [{ address: ADDRESS }],
    settings: { listening: { isAnswered: true, venues: [] } },
  });

  await page.getByRole('link', { name: 'Binance' }).click();
  await expect(panelOf(page)).toBeVisible();
});

test('the welcome page is skipped by one press, and closes', async ({ context }) => {
  const page = await welcomePage(context);
  const others = context.pages().filter((other) => other !== page);

  await Promise.all([
    page.waitForEvent('close'),
    page.getByRole('button', { name: 'Skip all of this' }).click(),
  ]);

  expect(context.pages()).toEqual(others);
});

test('amounts that are hidden in one view are hidden in the other, and stay so', async ({ context }) => {
  await (await welcomePage(context)).close();
  const own = `chrome-extension://${await extensionId(context)}/`;
  const [popup, side] = [await context.newPage(), await context.newPage()];
  await popup.goto(`${own}popup.html`);
  await side.goto(`${own}sidepanel.html`);
  await popup.getByLabel('Entry price').fill('90000');
  await popup.getByLabel('Size', { exact: true }).first().fill('25000');
  await expect(popup.getByRole('row', { name: /^Position/ })).toContainText('25.0 k USD');

  await side.getByRole('button', { name: 'Hide amounts' }).click();

  await expect(popup.getByRole('row', { name: /^Position/ })).toContainText('••• USD');
  await expect(popup.getByRole('button', { name: 'Hide amounts' })).toHaveAttribute('aria-pressed', 'true');
  await popup.reload();
  await expect(popup.getByRole('button', { name: 'Hide amounts' })).toHaveAttribute('aria-pressed', 'true');
});
