import type { Page } from '@playwright/test';

import type { OwnLine } from '../../core/market/own-line.ts';
import type { TableReading } from '../../core/market/shown-position.ts';
import type { TableForgery } from '../exchange/pages/client/hostile-table.ts';
import { ownWork } from '../support/own-work.ts';
import { expectChartState } from './chart.ts';
import { expect, LARGE_WINDOW, PAGES, SETTINGS, test } from './fixtures.ts';
import type { InjectedPage } from './inject.ts';
import { linesNow } from './lines.ts';

const SITES = ['binance', 'bybit', 'okx', 'hyperliquid'] as const;
const HELD = '?positions=held';

test.use({ viewport: LARGE_WINDOW, settings: { ...SETTINGS, pageTables: SITES }, pace: 8 });

test.afterEach(({ consoleErrors }) => expect(consoleErrors).toEqual([]));

const toldOf = (injected: InjectedPage): Promise<readonly TableReading[]> =>
  injected.evaluate('injected.tables');

/** What was told last, once something was read: a page that is slow to show its figures had no table before. */
async function lastOf(injected: InjectedPage): Promise<TableReading> {
  await expect.poll(async () => (await toldOf(injected)).at(-1)?.kind, { timeout: 15_000 }).toBe('read');
  return (await toldOf(injected)).at(-1)!;
}

const expectDoubt = (injected: InjectedPage, doubt: string): Promise<void> =>
  expect
    .poll(async () => (await toldOf(injected)).at(-1), { timeout: 20_000 })
    .toEqual({ kind: 'doubt', doubt });

/** The page's own figures under a header. */
const figureUnder = (page: Page, header: string): Promise<number> =>
  page.evaluate((name) => {
    const [head, row] = [...document.querySelectorAll('.held-row')];
    const index = [...head!.children].findIndex(({ textContent }) => textContent === name);
    return Number((row!.children[index]?.textContent ?? '').replaceAll(',', ''));
  }, header);

const ENTRY = {
  binance: 'Entry Price',
  bybit: 'Entry Price',
  okx: 'Avg. entry price',
  hyperliquid: 'Entry Price',
};

for (const site of SITES) {
  test(`the position in the table of ${site} is told as the page shows it`, async ({ page, injected }) => {
    await page.goto(`${PAGES[site]()}${HELD}`);

    const reading = await lastOf(injected);

    expect(reading).toMatchObject({
      kind: 'read',
      leftOut: 0,
      positions: [
        {
          market: { venue: site, base: 'BTC' },
          side: 'long',
          sizeBase: 0.5,
          entryPrice: await figureUnder(page, ENTRY[site]),
          leverage: 10,
          marginMode: 'isolated',
        },
      ],
    });
    const [position] = reading.kind === 'read' ? reading.positions : [];
    expect(position!.marginUsd! / (0.05 * position!.entryPrice)).toBeCloseTo(1, 4);
    expect(position!.liquidationPrice! / position!.entryPrice).toBeCloseTo(0.905, 4);
  });
}

test('what the table shows stands on the page’s chart as soon as the worker was told of it', async ({
  page,
  injected,
  site,
}) => {
  await page.goto(`${PAGES.binance()}${HELD}`);
  const line: OwnLine = { role: 'entry', price: 1.004 * site.market.priceOf('BTC') };
  await injected.call('store', { 'positions-of-table': [line] });
  await expectChartState(page, 'ready');

  await expect.poll(async () => (await linesNow(page, 1, 'own')).ours).not.toBeNull();

  expect((await toldOf(injected)).length).toBeGreaterThan(0);
});

test.describe('before the user has switched it on for the site', () => {
  test.use({ settings: { ...SETTINGS, pageTables: ['bybit'] } });

  test('nothing is loaded or told, and one click later it is; another ends it', async ({
    page,
    injected,
  }) => {
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    await page.goto(`${PAGES.binance()}${HELD}`);
    await injected.seconds(3);
    expect(loaded.filter((path) => path.includes('position-table.js'))).toEqual([]);

    await injected.call('store', { settings: { ...SETTINGS, pageTables: ['binance'] } });
    expect(await lastOf(injected)).toMatchObject({ kind: 'read' });

    await injected.call('store', { settings: SETTINGS });
    const { length } = await toldOf(injected);
    await injected.seconds(12);
    expect(await toldOf(injected)).toHaveLength(length);
  });
});

test('a page whose table lacks a column is told as one without a table, and its nodes stay as they are', async ({
  page,
  injected,
}) => {
  await page.goto(PAGES.binance());
  await expectDoubt(injected, 'none');
  expect(await page.locator('#held').innerHTML()).toContain('You have no position.');
});

const forge = (page: Page, forgery: TableForgery) =>
  page.evaluate((name) => window.forgeTable?.(name), forgery);

const DOUBTS: readonly (readonly [TableForgery, string])[] = [
  ['huge', 'rows'],
  ['thousands', 'rows'],
  ['changing', 'unsteady'],
  ['nan', 'text'],
  ['script', 'text'],
  ['twice', 'several'],
  ['lookalike', 'text'],
  // The long would have lost where the page says that it won.
  ['exchanged', 'contradiction'],
];

/** Until the doubt is told and in six seconds more; a page of the test takes about as much itself. */
const MOST_LAYOUTS = 60;

test('a table that lies or is dear to read costs little, nothing of it is told but the doubt, and it is read again once it is honest', async ({
  page,
  injected,
}) => {
  await page.goto(`${PAGES.binance()}${HELD}`);
  await lastOf(injected);
  for (const [forgery, doubt] of DOUBTS)
    await test.step(forgery, async () => {
      await forge(page, forgery);

      const { layouts } = await ownWork(injected.devtools, async () => {
        await expectDoubt(injected, doubt);
        await injected.seconds(6);
      });

      expect(layouts).toBeLessThan(MOST_LAYOUTS);
      expect((await toldOf(injected)).at(-1)).toEqual({ kind: 'doubt', doubt });
      await forge(page, 'honest');
      await lastOf(injected);
    });
});

test('rows that no person sees are not read', async ({ page, injected }) => {
  await page.goto(`${PAGES.binance()}${HELD}`);
  await lastOf(injected);

  await forge(page, 'hidden');
  await injected.seconds(6);

  expect((await toldOf(injected)).at(-1)).toMatchObject({ kind: 'read', positions: [{ side: 'long' }] });
});
