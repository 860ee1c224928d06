import type { BrowserContext, Page, Request } from '@playwright/test';

import type { KeptAccount } from '../exchange/market/kept-account.ts';
import { backgroundWorker } from '../support/launch.ts';
import { expect, PAGES, pollUntil, storedItems, test, warmReport } from './fixtures.ts';
import { panelOf } from '../support/panel.ts';
import { sidePanelText } from '../support/side-panel-page.ts';
import { openPopup, savePosition } from './popup-page.ts';

// Its browser writes down whatever is said in it.
test.use({ profile: 'loaded', isAlone: true });

// Requests of the worker are reported by Playwright only where this is set.
process.env['PW_EXPERIMENTAL_SERVICE_WORKER_NETWORK_EVENTS'] = '1';

/** Far from the market, so that no price of it is one of these by chance. */
const POSITION = { entry: '43219.87', size: '17391.43', leverage: '7.31', added: '613.29', stop: '41357.91' };

/** An account whose figures are far from the market too. */
const ADDRESS = `0x${'9f3c'.repeat(10)}`;
const HELD = { entryPx: 43_871.19, szi: 0.37193, rawUsd: -14_973.27, stop: 41_739.53 };

const account: KeptAccount = {
  role: 'user',
  mode: 'disabled',
  books: {
    '': {
      legs: [
        {
          coin: 'BTC',
          szi: HELD.szi,
          entryPx: HELD.entryPx,
          leverage: 9,
          maxLeverage: 40,
          rawUsd: HELD.rawUsd,
        },
      ],
      crossRawUsd: 0,
    },
  },
  orders: { '': [{ coin: 'BTC', side: 'A', orderType: 'Stop Market', triggerPx: HELD.stop }] },
};

interface SavedNumbers {
  readonly positions: readonly { readonly id: string }[];
}

/** The texts by which the position would be recognised: its inputs, its id, and what the popup answers. */
async function secretsOf(popup: Page, stored: SavedNumbers): Promise<string[]> {
  const answers = await popup.locator('.headline b, .position-card .own').allInnerTexts();
  const liquidation = answers.flatMap((text) => text.match(/[\d.]{5,}/g) ?? []);
  const typed = Object.values(POSITION).flatMap((text) => [text, String(Math.trunc(Number(text)))]);
  const long = typed.filter((text) => text.length >= 4);
  return [...long, ...liquidation, ...stored.positions.map(({ id }) => id)];
}

async function savedIds(context: BrowserContext): Promise<readonly string[]> {
  const { positions } = (await storedItems(context))['positions'] as SavedNumbers;
  return positions.map(({ id }) => id);
}

/** Which of the secrets stands in a text; thousands separators do not hide one. */
function found(secrets: readonly string[], text: string): readonly string[] {
  const plain = text.replaceAll(/(?<=\d),(?=\d{3})/g, '');
  return secrets.filter((secret) =>
    new RegExp(`(?<![\\d.])${secret.replaceAll(/[.,]/g, (sign) => (sign === ',' ? '' : '\\.'))}(?!\\d)`).test(
      plain,
    ),
  );
}

const requestText = (request: Request): string =>
  [request.url(), JSON.stringify(request.headers()), request.postData() ?? ''].join('\n');

/** Runs in the page's own world: everything that a script of the page can read. */
const READ_PAGE = `(async () => {
  const texts = [];
  const read = (root) => {
    for (const element of root.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) texts.push(name + '=' + value);
      if ('value' in element) texts.push(String(element.value));
      if (element.shadowRoot) read(element.shadowRoot);
    }
    texts.push(root.textContent ?? '');
    for (const sheet of [...(root.styleSheets ?? []), ...(root.adoptedStyleSheets ?? [])]) {
      try { for (const rule of sheet.cssRules) texts.push(rule.cssText); } catch {}
    }
  };
  read(document);
  texts.push(document.cookie, document.title, location.href, JSON.stringify(history.state));
  for (const store of [localStorage, sessionStorage])
    for (let index = 0; index < store.length; index += 1) texts.push(store.key(index), store.getItem(store.key(index)));
  for (const { name } of await indexedDB.databases()) texts.push(name);
  for (const entry of performance.getEntries()) texts.push(entry.name);
  for (const name of Object.getOwnPropertyNames(window)) {
    try { if (typeof window[name] === 'string') texts.push(window[name]); } catch {}
  }
  texts.push(JSON.stringify(window.__heard ?? []));
  return texts.join('\\n');
})()`;

/** Messages and events by which an extension could talk to its page. */
const LISTEN = `
  window.__heard = [];
  window.addEventListener('message', ({ data }) => { try { window.__heard.push(JSON.stringify(data)); } catch {} }, true);
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) {
    if (event instanceof CustomEvent) { try { window.__heard.push(JSON.stringify(event.detail)); } catch {} }
    return dispatch.call(this, event);
  };
`;

test('nothing of a position is sent, logged or written where a page can read it', async ({
  page,
  context,
  exchange,
}) => {
  test.setTimeout(240_000);
  const requests: string[] = [];
  const logged: string[] = [];
  let workerRequests = 0;
  context.on('request', (request) => {
    requests.push(requestText(request));
    if (request.serviceWorker() !== null) workerRequests += 1;
  });
  context.on('console', (message) => logged.push(message.text()));
  context.on('weberror', (error) => logged.push(String(error.error())));
  await context.addInitScript(LISTEN);
  const worker = await backgroundWorker(context);
  worker.on('console', (message) => logged.push(message.text()));
  await worker.evaluate(`(() => {
    self.__sent = [];
    const send = WebSocket.prototype.send;
    WebSocket.prototype.send = function (data) { self.__sent.push(String(data)); return send.call(this, data); };
  })()`);
  exchange.market.keptAccounts.set(ADDRESS, account);
  await page.goto(PAGES.binance());
  const report = await warmReport(context);
  await expect(panelOf(page)).toBeVisible();

  const popup = await openPopup(context);
  await savePosition(popup, POSITION);
  await popup.getByRole('slider', { name: 'Leverage' }).press('ArrowRight');
  await popup.getByRole('button', { name: 'Save changes' }).click();
  await popup.getByText('Saved on this device.').waitFor();
  await popup.getByRole('button', { name: 'Undo' }).waitFor({ state: 'hidden' });
  const stored = (await storedItems(context))['positions'] as SavedNumbers;
  const secrets = await secretsOf(popup, stored);
  await popup.getByRole('button', { name: 'New position' }).click();
  const near = { entry: (Math.round(report.price ?? 0) + 0.37).toFixed(2), size: '9173.31', leverage: '70' };
  await savePosition(popup, near);
  const liquidation = await popup.locator('.headline b').innerText();
  secrets.push(near.entry, near.size, liquidation.replaceAll(',', ''), ...(await savedIds(context)));
  await popup.getByText('Hyperliquid addresses').click();
  await popup.getByLabel('Address of an account').fill(ADDRESS);
  await popup.getByLabel('Name, if you like').fill('Quiet harbour');
  await popup.getByRole('button', { name: 'Show positions' }).click();
  await popup.getByText('1 position, as of').waitFor();
  const [read] = ((await storedItems(context))['accounts'] as { readonly id: string }[]) ?? [];
  secrets.push(...Object.values(HELD).map((value) => String(Math.abs(value))), read!.id, 'Quiet harbour');
  await page.bringToFront();
  await page.reload();
  await expect(panelOf(page)).toBeVisible();
  // The popup opens with what is held of the page in front, which must be there to say what it shows.
  await popup.reload();
  // The side panel stands beside the page with all of it.
  await panelOf(page).getByRole('button', { name: 'Open the side panel' }).click();
  const devtools = await context.newCDPSession(page);
  await expect.poll(async () => found(secrets, (await sidePanelText(devtools)) ?? '')).not.toEqual([]);
  // Another poll with the position there.
  const before = exchange.requests.all.length;
  await pollUntil(context, () => expect(exchange.requests.all.length).toBeGreaterThan(before + 5), 45_000);

  // One position is about to be liquidated: the panel paints that, and the page finds neither a figure nor a word of it.
  const warning = panelOf(page).getByRole('article', { name: /^A warning about something of your own/ });
  await pollUntil(context, () => expect(warning).toBeVisible({ timeout: 2_000 }), 75_000);
  expect((await warning.innerText()).trim()).toBe('');
  const find = (text: string) =>
    page.evaluate((wanted) => (window as unknown as { find: (text: string) => boolean }).find(wanted), text);
  expect(await find('position of yours')).toBe(false);
  expect(await find('On the chart')).toBe(true);

  const pageTexts: string[] = [];
  for (const one of context.pages().filter((candidate) => candidate.url().startsWith('http')))
    for (const frame of one.frames()) pageTexts.push(await frame.evaluate<string>(READ_PAGE));
  const exchangeLog = exchange.requests.all.map((one) => JSON.stringify(one)).join('\n');
  const sockets = await worker.evaluate<string>('(self.__sent ?? []).join("\\n")').catch(() => '');

  // The search itself finds what is there: the popup and the device's storage hold every secret.
  expect(secrets.length).toBeGreaterThan(8);
  expect(found(secrets, JSON.stringify(stored)).length).toBeGreaterThan(4);
  await popup.bringToFront();
  const shown = () =>
    popup
      .locator('main')
      .evaluate(
        (main) =>
          `${main.textContent} ${[...main.querySelectorAll('input')].map((input) => input.value).join(' ')}`,
      );
  await expect.poll(async () => found(secrets, await shown()).length).toBeGreaterThan(0);
  expect(workerRequests, 'requests of the worker are seen').toBeGreaterThan(10);
  expect(pageTexts.join('').length).toBeGreaterThan(1_000);

  const sent = requests.filter((text) => !text.startsWith('blob:'));
  expect(found(secrets, sent.join('\n'))).toEqual([]);
  expect(found(secrets, exchangeLog)).toEqual([]);
  // An address is told to its venue alone, in what is asked and not in where it is asked.
  const naming = sent.filter((text) => text.toLowerCase().includes(ADDRESS));
  expect(naming).not.toEqual([]);
  const asked = naming.map((text) => text.toLowerCase().split('\n'));
  expect([...new Set(asked.map(([url]) => url))]).toEqual(['https://api.hyperliquid.xyz/info']);
  expect(asked.filter(([, headers]) => headers?.includes(ADDRESS))).toEqual([]);
  const everywhere = [sockets, pageTexts.join('\n'), logged.join('\n')].join('\n').toLowerCase();
  expect(found([ADDRESS, ADDRESS.slice(2), '0x9f3c'], everywhere)).toEqual([]);
  expect(found(secrets, sockets)).toEqual([]);
  expect(found(secrets, pageTexts.join('\n'))).toEqual([]);
  expect(found(secrets, logged.join('\n'))).toEqual([]);
});
