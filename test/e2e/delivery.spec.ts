import type { BrowserContext, Page } from '@playwright/test';

import { BOT, WEBHOOK } from '../exchange/messengers/messenger-hosts.ts';
import { extensionId } from '../support/launch.ts';
import { expect, PAGES, pollUntil, storedItems, test, warmReport } from './fixtures.ts';
import { openPopup, savePosition } from './popup-page.ts';

test.use({ profile: 'loaded' });

/** The options, with hosts that the browser has been asked for: no script can press the buttons of its question. */
async function openOptions(context: BrowserContext, ...hosts: readonly string[]): Promise<Page> {
  const id = await extensionId(context);
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  for (const host of hosts)
    await page.evaluate(`chrome.developerPrivate.addHostPermission('${id}', 'https://${host}/*')`);
  await page.goto(`chrome-extension://${id}/options.html#delivery`);
  await page.getByRole('heading', { name: 'How warnings reach you' }).waitFor();
  return page;
}

async function saveBot(options: Page, token: string = BOT.token): Promise<void> {
  await options.locator('summary', { hasText: 'Telegram' }).click();
  await options.getByLabel('Token of the bot').fill(token);
  await options.getByLabel('Chat', { exact: true }).fill(BOT.chat);
  await options.getByRole('button', { name: 'Save Telegram' }).click();
  await expect(options.getByText(`to the bot whose token ends in …${token.slice(-4)}`)).toBeVisible();
}

test('a test and a warning reach the user’s own Telegram bot, without figures of theirs; a token is in no file of options, in no other item that is stored, and in no other request', async ({
  page,
  context,
  exchange,
}) => {
  exchange.inbox.clear();
  await page.goto(PAGES.bybit());
  const { price } = await warmReport(context);
  const options = await openOptions(context, 'api.telegram.org', 'discord.com');
  await saveBot(options);
  await options.locator('summary', { hasText: 'Discord' }).click();
  await options
    .getByLabel('Address of the webhook')
    .fill(`https://discord.com/api/webhooks/${WEBHOOK.id}/${WEBHOOK.token}`);
  await options.getByRole('button', { name: 'Save Discord' }).click();

  await options.getByRole('button', { name: 'Send a test by Telegram' }).click();
  await options.getByRole('button', { name: 'Send a test by Discord' }).click();
  await expect(options.getByText('The test arrived.')).toHaveCount(2);
  expect(exchange.inbox.all).toContainEqual(expect.objectContaining({ host: 'discord.com', to: WEBHOOK.id }));
  const toBot = () => exchange.inbox.all.filter(({ host }) => host === 'api.telegram.org');
  const popup = await openPopup(context);
  await savePosition(popup, {
    entry: String(Math.round(price ?? 0)),
    size: '1000',
    leverage: '50',
  });
  await pollUntil(context, () => expect(toBot().length).toBeGreaterThan(1));

  const [told, ...warnings] = toBot().map(({ text }) => text);
  expect(told).toContain('while it is closed nothing is watched');
  const own = warnings.find((text) => text.includes('A position of yours'));
  expect(own).toMatch(/^BTC: A position of yours is near its liquidation\n[^\d]*\n.*, warning [0-9a-f]{8}$/);

  const file = await options.getByRole('link', { name: 'Export options' }).getAttribute('href');
  const { messengers, ...others } = await storedItems(context);
  const html = await options.content();
  for (const secret of [BOT.token, WEBHOOK.token]) {
    expect(JSON.stringify(messengers)).toContain(secret);
    expect(decodeURIComponent(file ?? '')).not.toContain(secret);
    expect(JSON.stringify(others)).not.toContain(secret);
    expect(html).not.toContain(secret);
  }
  const carrying = exchange.requests.all.filter(({ path, query }) =>
    [BOT.token, WEBHOOK.token].some((secret) => `${path}${query}`.includes(secret)),
  );
  expect(new Set(carrying.map(({ host }) => host))).toEqual(new Set(['api.telegram.org', 'discord.com']));
});

test('a messenger that refuses five times is switched off, and options and popup say so', async ({
  context,
}) => {
  const options = await openOptions(context, 'api.telegram.org');
  await saveBot(options, BOT.token.replace('987654321', '111111111'));

  for (let times = 1; times <= 5; times += 1) {
    await options.getByRole('button', { name: 'Send a test by Telegram' }).click();
    await expect(async () => {
      const { messengers } = await storedItems(context);
      expect(messengers).toMatchObject({ telegram: { refusals: times, status: 401 } });
    }).toPass();
    await expect(options.getByText('Sending …')).toBeHidden();
  }

  await expect(options.getByRole('alert')).toContainText(
    'Switched off after five refusals in a row. Telegram does',
  );
  const popup = await openPopup(context);
  await expect(popup.getByRole('alert')).toContainText('Warnings by Telegram are switched off');
});

test('a sound that was asked for is played by a page that opens for it and closes itself', async ({
  context,
}) => {
  const options = await openOptions(context);
  const devtools = await context.newCDPSession(options);
  const opened: string[] = [];
  const isSound = (url: string): boolean => url.includes('/sound.html?');
  devtools.on('Target.targetInfoChanged', ({ targetInfo: { url } }) => {
    if (isSound(url)) opened.push(url);
  });
  devtools.on('Target.targetCreated', ({ targetInfo: { url } }) => {
    if (isSound(url)) opened.push(url);
  });
  await devtools.send('Target.setDiscoverTargets', { discover: true });

  await options.getByRole('checkbox', { name: 'With a sound' }).check();
  await options.getByLabel('Volume').fill('30');
  await options.getByRole('button', { name: 'Hear: My liquidation' }).click();

  await expect.poll(() => opened.at(-1)).toContain('tone=own&volume=0.3');
  await expect
    .poll(async () => {
      const { targetInfos } = await devtools.send('Target.getTargets');
      return targetInfos.filter(({ url }) => isSound(url)).length;
    })
    .toBe(0);
});
