import { extensionId, launchBrowser, welcomePage } from '../support/launch.ts';
import { panelOf } from '../support/panel.ts';
import { expect, storedItems, test as usual } from './fixtures.ts';
import { COLOR_RULES, violationsOf } from './violations.ts';

const test = usual.extend({
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
    await page.reload();
    await expect(page.locator('.options-page')).toHaveAttribute('data-theme', colorScheme);
    expect(await violationsOf(page, colorScheme === 'dark' ? {} : { rules: COLOR_RULES })).toEqual([]);
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

usual.use({ profile: 'loaded' });

usual('the welcome page is skipped by one press, and closes', async ({ context }) => {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${await extensionId(context)}/welcome.html`);
  const others = context.pages().filter((other) => other !== page);

  await Promise.all([
    page.waitForEvent('close'),
    page.getByRole('button', { name: 'Skip all of this' }).click(),
  ]);

  expect(context.pages()).toEqual(others);
});
