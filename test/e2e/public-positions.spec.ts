import type { MarketReport } from '../../core/market/market-report.ts';
import { expect, PAGES, storedReport, test, warmReport } from './fixtures.ts';
import { panelOf } from '../support/panel.ts';

// Else its accounts may have been asked for before the test looks on.
test.use({ profile: 'loaded', isAlone: true });

const LEADERBOARD = 'stats-data.hyperliquid.xyz';

test("Hyperliquid's open positions stand in the map, and their accounts stay out of what is stored for views", async ({
  page,
  context,
  exchange,
}) => {
  await page.goto(PAGES.hyperliquid());
  await warmReport(context);
  const known = async (): Promise<MarketReport['publicPositions']> =>
    (await storedReport(context))?.publicPositions;
  await expect.poll(async () => (await known())?.positions ?? 0, { timeout: 60_000 }).toBeGreaterThan(10);

  const { longUsd, shortUsd } = (await known())!;
  const { price, openInterest } = (await storedReport(context))!;
  const venue = openInterest.perVenue.find((one) => one.venue === 'hyperliquid')!;
  expect(longUsd + shortUsd).toBeGreaterThan(0);
  expect(Math.max(longUsd, shortUsd)).toBeLessThan(venue.base * price!);
  expect(exchange.requests.hosts).not.toContain(LEADERBOARD);
  const items = await context
    .serviceWorkers()[0]!
    .evaluate<string>(
      '(async () => JSON.stringify([await chrome.storage.local.get(null), await chrome.storage.session.get(null)]))()',
    );
  expect(items).not.toMatch(/0x[0-9a-f]{40}/);
  await panelOf(page)
    .getByText(/Sources: /)
    .click();
  await expect(panelOf(page)).toContainText(/Hyperliquid shows \d+ open positions: .+ stand in the map/);
});
