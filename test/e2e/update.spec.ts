import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Worker } from '@playwright/test';

import { backgroundWorker, EXTENSION_DIR, extensionId, launchBrowser } from '../support/launch.ts';
import { expect, PAGES, refresh, storedItems, test } from './fixtures.ts';
import { panelOf } from '../support/panel.ts';

/** As the build of 28 November 2026 wrote it. */
const EARLIER_MANIFEST = fileURLToPath(new URL('earlier/manifest-0.1.0-chrome.json', import.meta.url));

const SETTINGS = {
  version: 1,
  venues: ['binance', 'bybit', 'okx'],
  watchList: ['SOLUSDT'],
  palette: 'green-red',
  theme: 'dark',
};

/** Paths at which the venues of these settings tell their bars. */
const HISTORIES = [
  '/fapi/v1/klines',
  '/v5/market/kline',
  '/api/v5/market/candles',
  '/api/v5/market/history-candles',
];

/** What the browser would tell the user that a manifest is allowed. */
const warningsOf = (worker: Worker, manifest: string): Promise<readonly string[]> =>
  worker.evaluate(
    (text) =>
      (
        globalThis as never as {
          chrome: { management: { getPermissionWarningsByManifest: (text: string) => Promise<string[]> } };
        }
      ).chrome.management.getPermissionWarningsByManifest(text),
    manifest,
  );

test('an update from 28 November keeps what is the user’s and asks for no new consent, but whom to listen to', async ({
  exchange,
}) => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-update-'));
  const extensionDir = join(folder, 'extension');
  const manifest = join(extensionDir, 'manifest.json');
  const launch = () =>
    launchBrowser({
      exchangePort: exchange.port,
      headless: true,
      profileIn: join(folder, 'profile'),
      extensionDir,
    });
  cpSync(EXTENSION_DIR, extensionDir, { recursive: true });
  const todays = readFileSync(manifest, 'utf8');
  cpSync(EARLIER_MANIFEST, manifest);
  const before = await launch();
  const idBefore = await extensionId(before);
  const earlierWorker = await backgroundWorker(before);
  // As the earlier build would have left it: its options, and no number of its version.
  await expect.poll(async () => (await storedItems(before))['version']).toBe('0.1.0');
  await earlierWorker.evaluate(
    `chrome.storage.local.clear().then(() => chrome.storage.local.set({ settings: ${JSON.stringify(SETTINGS)} }))`,
  );
  await before.close();

  writeFileSync(manifest, todays);
  const context = await launch();
  const worker = await backgroundWorker(context);

  expect(new URL(worker.url()).host).toBe(idBefore);
  expect(await worker.evaluate('chrome.management.getSelf()')).toMatchObject({ enabled: true });
  const earlier = new Set(await warningsOf(worker, readFileSync(EARLIER_MANIFEST, 'utf8')));
  expect(earlier.size).toBeGreaterThan(0);
  expect((await warningsOf(worker, todays)).filter((warning) => !earlier.has(warning))).toEqual([]);
  await expect
    .poll(async () => (await storedItems(context))['settings'])
    .toMatchObject({
      ...SETTINGS,
      listening: { isAnswered: false, venues: SETTINGS.venues, ownPages: true },
    });

  exchange.requests.clear();
  // Lines are opened after the first poll, which would load a history that nothing here is about.
  for (const path of HISTORIES) exchange.faults.add({ path, fault: { kind: 'error', status: 503 } });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(PAGES.bybit());
  await panelOf(page).getByRole('button', { name: 'Open the panel' }).click();
  const question = panelOf(page).getByRole('complementary', { name: 'Whom to listen to' });
  await expect(question).toContainText('Until now Plimsoll listened to all venues');
  await question.getByText('Hear forced orders').click();
  const sockets = () => [
    ...new Set(exchange.requests.all.filter(({ method }) => method === 'WS').map(({ host }) => host)),
  ];
  await expect.poll(sockets, { timeout: 60_000 }).toEqual(['stream.bybit.com']);

  const [options] = await Promise.all([
    context.waitForEvent('page'),
    question.getByRole('button', { name: 'Choose venues' }).click(),
  ]);
  await options.getByRole('button', { name: 'Listen to all of them' }).click();
  await expect(options.getByRole('checkbox', { name: 'Binance, whatever page is open' })).toBeChecked();
  await page.bringToFront();
  await expect(question).toBeHidden();
  // Each poll brings the lines in order; else the next alarm has one, up to half a minute later.
  await expect(async () => {
    await refresh(context, 'BTCUSDT', 'bybit');
    expect(sockets().toSorted()).toEqual(['fstream.binance.com', 'stream.bybit.com', 'ws.okx.com']);
  }).toPass({ timeout: 120_000 });
  await context.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});
