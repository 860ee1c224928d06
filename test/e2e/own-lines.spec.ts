import type { BrowserContext, Page } from '@playwright/test';

import type { OwnLine } from '../../core/market/own-line.ts';
import type { Reply } from '../../core/service/protocol/list.ts';
import { drive, expectChartState } from '../inject/chart.ts';
import { linesNow, settledRow } from '../inject/lines.ts';
import { backgroundWorker, extensionId } from '../support/launch.ts';
import { expect, PAGES, warmReport } from './fixtures.ts';
import { test } from './frozen-market.ts';
import { openPopup, savePosition } from './popup-page.ts';

/** Beside the chart, so that nothing of the panel is taken for a line. */
const PLACE = { right: 0, top: 560, width: 280, height: 240, form: 'open' };

/** What the worker tells the extension's own script in a page that says what it likes of itself. */
async function toldTo(page: Page, context: BrowserContext): Promise<readonly OwnLine[]> {
  const origin = `chrome-extension://${await extensionId(context)}`;
  const devtools = await page.context().newCDPSession(page);
  const worlds: string[] = [];
  devtools.on('Runtime.executionContextCreated', ({ context: { origin: from, uniqueId } }) => {
    if (from === origin) worlds.push(uniqueId);
  });
  await devtools.send('Runtime.enable');
  const asked = {
    kind: 'own-lines',
    market: 'BTCUSDT',
    instrument: 'BTCUSDT',
    quote: null,
    venue: 'binance',
    site: 'binance',
  };
  const { result } = await devtools.send('Runtime.evaluate', {
    expression: `chrome.runtime.sendMessage(${JSON.stringify(asked)})`,
    uniqueContextId: worlds[0]!,
    awaitPromise: true,
    returnByValue: true,
  });
  await devtools.detach();
  const reply = result.value as Reply<readonly OwnLine[]>;
  if (!reply.ok) throw new Error(reply.refusal.code);
  return reply.value;
}

const isDrawn = async (page: Page): Promise<boolean> => (await linesNow(page, 1, 'own')).ours !== null;

test('a position that is saved stands on the chart of its venue’s page without a reload, on no other venue’s, and goes when it is forgotten', async ({
  page,
  context,
  consoleErrors,
}) => {
  test.setTimeout(180_000);
  const worker = await backgroundWorker(context);
  const places = { 'place:binance': PLACE, 'place:okx': PLACE };
  await worker.evaluate(`chrome.storage.local.set(${JSON.stringify(places)})`);
  const other = await context.newPage();
  await other.goto(`${PAGES.okx()}?chart=library`);
  await page.goto(PAGES.binance());
  const { price } = await warmReport(context);
  await expectChartState(page, 'ready');
  const entry = Math.round(1.003 * price!);

  const popup = await openPopup(context);
  await savePosition(popup, {
    entry: String(entry),
    size: '25000',
    leverage: '25',
    stop: String(Math.round(0.99 * price!)),
  });
  await page.bringToFront();
  const own = await settledRow(page, 1, 'own');

  await test.step('the worker tells that venue’s page alone, whatever another says of itself', async () => {
    const told = await toldTo(page, context);
    expect(told.map(({ role }) => role)).toEqual(['liquidation', 'entry', 'stop']);
    expect(told[0]).toMatchObject({ distance: expect.any(Number), betweenUsd: expect.any(Number) });
    expect(await toldTo(other, context)).toEqual([]);
    await other.bringToFront();
    await expectChartState(other, 'ready');
    expect(await isDrawn(other)).toBe(false);
  });

  await test.step('hidden amounts are not even told to it, and the lines stay', async () => {
    await popup.bringToFront();
    await popup.getByRole('button', { name: 'Hide amounts' }).click();
    await expect.poll(async () => (await toldTo(page, context))[0]).toMatchObject({ betweenUsd: null });
    await page.bringToFront();
    expect(await settledRow(page, 1, 'own')).toBe(own);
  });

  await test.step('one switch takes them off, and brings them back', async () => {
    const options = await context.newPage();
    await options.goto(`chrome-extension://${await extensionId(context)}/options.html`);
    for (const isOn of [false, true]) {
      await options.bringToFront();
      await options.getByLabel('My positions on the chart').setChecked(isOn);
      await page.bringToFront();
      await expect.poll(() => isDrawn(page)).toBe(isOn);
    }
    await options.close();
  });

  await popup.bringToFront();
  await popup.getByRole('button', { name: 'Delete' }).click();
  await page.bringToFront();
  await expect.poll(() => isDrawn(page)).toBe(false);
  await drive(page, 'drawLine', entry);
  expect(Math.abs((await settledRow(page, 1, 'magenta')) - own)).toBeLessThanOrEqual(1);
  expect(consoleErrors).toEqual([]);
  await other.close();
});
