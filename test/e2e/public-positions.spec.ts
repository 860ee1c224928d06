import type { MarketReport } from '../../core/market/market-report.ts';
import { backgroundWorker, extensionId } from '../support/launch.ts';
import { panelOf } from '../support/panel.ts';
import { expect, PAGES, pollUntil, storedReport, warmReport } from './fixtures.ts';
import { test } from './moving-market.ts';
import { driveTo } from './time-travel.ts';

const LEADERBOARD = 'stats-data.hyperliquid.xyz';

const ADDRESS = /0x[0-9a-f]{40}/;

test("Hyperliquid's open positions stand in the map, and stops and take-profits of their accounts in the panel, from the click in the options on until the next; accounts stay out of what is stored for views", async ({
  page,
  context,
  exchange,
}) => {
  test.setTimeout(180_000);
  const report = (): Promise<MarketReport | null> => storedReport(context);
  const worker = await backgroundWorker(context);
  const stored = () =>
    worker.evaluate<string>(
      '(async () => JSON.stringify([await chrome.storage.local.get(null), await chrome.storage.session.get(null)]))()',
    );
  await page.goto(PAGES.hyperliquid());
  await warmReport(context);
  await expect
    .poll(async () => (await report())?.publicPositions?.positions ?? 0, { timeout: 60_000 })
    .toBeGreaterThan(10);

  await test.step('open positions', async () => {
    const { price, openInterest, publicPositions, waitingOrders } = (await report())!;
    const { longUsd, shortUsd } = publicPositions!;
    const venue = openInterest.perVenue.find((one) => one.venue === 'hyperliquid')!;
    expect(longUsd + shortUsd).toBeGreaterThan(0);
    expect(Math.max(longUsd, shortUsd)).toBeLessThan(venue.base * price!);
    expect(exchange.requests.hosts).not.toContain(LEADERBOARD);
    expect(await stored()).not.toMatch(ADDRESS);
    await panelOf(page)
      .getByText(/Sources: /)
      .click();
    await expect(panelOf(page)).toContainText(/Hyperliquid shows \d+ open positions: .+ stand in the map/);
    expect(waitingOrders).toBeUndefined();
  });

  const options = await context.newPage();
  await options.goto(`chrome-extension://${await extensionId(context)}/options.html`);
  const box = options.getByRole('checkbox', { name: /^Stops and take-profits of public accounts/ });
  await expect(box).not.toBeChecked();

  await test.step('stops and take-profits', async () => {
    await box.check();
    // Those near their liquidation are looked at again by then.
    await driveTo(exchange, context, exchange.market.priceOf('BTC'));

    await pollUntil(context, async () =>
      expect((await report())?.waitingOrders?.accounts ?? 0).toBeGreaterThan(0),
    );
    await page.bringToFront();
    await expect(panelOf(page).getByText(/From \S+ public accounts? of Hyperliquid near/)).toBeVisible();
    expect(await stored()).not.toMatch(ADDRESS);
  });

  await box.uncheck();
  await pollUntil(context, async () => expect((await report())?.waitingOrders).toBeUndefined());
  await page.bringToFront();
  await expect(panelOf(page).getByText('Orders that wait')).toHaveCount(0);
});
