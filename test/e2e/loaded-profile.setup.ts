import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

import { test } from '@playwright/test';

import { backgroundWorker, launchBrowser } from '../support/launch.ts';
import { PAGES, settled, warmReport } from './fixtures.ts';
import { endMarketAt, LOADED_PROFILE, loadedAt, startKnownExchange } from './loaded-profile.ts';

/** Longer than between two requests of a worker that is still at something. */
const SILENT_MS = 1_500;

test('a browser loads the market once for all that begin with it', async () => {
  test.setTimeout(180_000);
  rmSync(LOADED_PROFILE, { recursive: true, force: true });
  mkdirSync(dirname(LOADED_PROFILE), { recursive: true });
  endMarketAt(Date.now());
  const exchange = await startKnownExchange();
  const context = await launchBrowser({
    exchangePort: exchange.port,
    headless: true,
    profileIn: LOADED_PROFILE,
  });
  const page = context.pages()[0]!;
  await page.goto(PAGES.binance());
  await warmReport(context);
  await page.goto('about:blank');
  await settled(
    async () => exchange.requests.all.length,
    (count) => count,
    SILENT_MS,
  );
  // A browser that begins with the profile has bars and figures, but no report that could be taken for its own.
  const worker = await backgroundWorker(context);
  await worker.evaluate(`chrome.storage.local.remove('report:BTCUSDT')`);
  await context.close();
  await exchange.close();
  loadedAt(Date.now());
});
