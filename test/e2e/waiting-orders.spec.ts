import type { MarketReport } from '../../core/market/market-report.ts';
import { extensionId } from '../support/launch.ts';
import { panelOf } from '../support/panel.ts';
import { expect, PAGES, refresh, storedItems, storedReport, warmReport } from './fixtures.ts';
import { test } from './moving-market.ts';
import { driveTo } from './time-travel.ts';

test('stops and take-profits of public accounts stand in the panel from the click in the options on, until the next', async ({
  page,
  context,
  exchange,
}) => {
  test.setTimeout(180_000);
  const report = (): Promise<MarketReport | null> => storedReport(context);
  await page.goto(PAGES.hyperliquid());
  await warmReport(context);
  await expect
    .poll(async () => (await report())?.publicPositions?.positions ?? 0, { timeout: 60_000 })
    .toBeGreaterThan(10);
  const options = await context.newPage();
  await options.goto(`chrome-extension://${await extensionId(context)}/options.html`);
  const box = options.getByRole('checkbox', { name: /^Stops and take-profits of public accounts/ });
  await expect(box).not.toBeChecked();
  expect((await report())?.waitingOrders).toBeUndefined();

  await box.check();
  // Those near their liquidation are looked at again by then.
  await driveTo(exchange, context, exchange.market.priceOf('BTC'));

  await expect
    .poll(
      async () => {
        await refresh(context);
        return (await report())?.waitingOrders?.accounts ?? 0;
      },
      { timeout: 60_000 },
    )
    .toBeGreaterThan(0);
  await page.bringToFront();
  await expect(panelOf(page).getByText(/From \S+ public accounts? of Hyperliquid near/)).toBeVisible();
  expect(JSON.stringify(await storedItems(context))).not.toMatch(/0x[0-9a-f]{40}/);

  await box.uncheck();
  await expect
    .poll(
      async () => {
        await refresh(context);
        return (await report())?.waitingOrders;
      },
      { timeout: 60_000 },
    )
    .toBeUndefined();
  await page.bringToFront();
  await expect(panelOf(page).getByText('Orders that wait')).toHaveCount(0);
});
