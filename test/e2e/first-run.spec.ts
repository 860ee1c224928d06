import { API_ORIGINS, WEBSOCKET_ORIGINS } from '../../core/venues/origins.ts';
import { expect, mappedReport, PAGES, storedItems, test, warmReport } from './fixtures.ts';
import { openToPage, PANEL_HOST } from '../support/closed-roots.ts';
import { clustersOf, panelOf } from '../support/panel.ts';
import { violationsOf } from './violations.ts';

/** Hosts that Chromium itself asks at its start, with or without an extension. */
const BROWSER_HOSTS = [
  'accounts.google.com',
  'android.clients.google.com',
  'content-autofill.googleapis.com',
  'update.googleapis.com',
];

const hostOf = (pattern: string): string => new URL(pattern.replace('/*', '/')).hostname;

test.describe('a newcomer', () => {
  test.use({ form: 'first' });

  test('a first visit goes from progress to a card, and by one tap to bands, without an error on the page or a request to an unlisted host', async ({
    page,
    context,
    exchange,
    consoleErrors,
  }) => {
    await page.goto(PAGES.binance());
    await expect(panelOf(page)).toContainText(/Warming up|Asking the venues/);

    const report = await warmReport(context);

    await expect(panelOf(page).locator('.card-sentence')).toContainText('Estimate');
    await panelOf(page).locator('.card-body').click();
    await expect(clustersOf(page)).toBeVisible();
    expect(
      await panelOf(page)
        .locator('.panel-body')
        .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
      'pixels cut off at the side',
    ).toBe(0);
    await expect(panelOf(page)).toHaveAttribute('data-condition', 'live');
    expect(report.clusters.filter(({ side }) => side === 'long').length).toBeGreaterThan(0);
    expect(report.clusters.filter(({ side }) => side === 'short').length).toBeGreaterThan(0);
    expect(new Set(report.openInterest.perVenue.map(({ venue }) => venue)).size).toBe(6);
    expect(consoleErrors).toEqual([]);
    const listed = [...API_ORIGINS, ...WEBSOCKET_ORIGINS].map(hostOf);
    const allowed = new Set([...listed, 'www.binance.com', ...BROWSER_HOSTS]);
    expect(exchange.requests.hosts.filter((host) => !allowed.has(host))).toEqual([]);
  });
});

test.describe('once it is loaded', () => {
  test.use({ profile: 'loaded' });

  test('a report in storage is small and holds no number that is not finite', async ({ page, context }) => {
    await page.goto(PAGES.binance());
    const report = await warmReport(context);

    expect(JSON.stringify(report).length).toBeLessThan(50_000);
    const worker = context.serviceWorkers()[0]!;
    // Inside the browser: what Playwright carries over could lose what is looked for.
    const strange = await worker.evaluate<string[]>(`(async () => {
      const found = [];
      const walk = (value, path) => {
        if (typeof value === 'number' && !Number.isFinite(value)) found.push(path);
        else if (value !== null && typeof value === 'object') for (const key of Object.keys(value)) walk(value[key], path + '.' + key);
      };
      walk(await chrome.storage.local.get(null), 'local');
      walk(await chrome.storage.session.get(null), 'session');
      return found;
    })()`);
    expect(strange).toEqual([]);
    expect(JSON.stringify(await storedItems(context))).not.toContain('null,null,null,null,null');
  });

  for (const theme of ['dark', 'light']) {
    test(`panel and card have no accessibility violation on a ${theme} page`, async ({ page, context }) => {
      await page.goto(`${PAGES.binance()}?theme=${theme}`);
      await mappedReport(context);
      await expect(clustersOf(page)).toBeVisible();
      await openToPage(page);

      const onPage = await violationsOf(page, PANEL_HOST);
      await panelOf(page).getByRole('button', { name: 'Fold to the card' }).click();
      await expect(panelOf(page).locator('.card-sentence')).toBeVisible();
      const onCard = await violationsOf(page, PANEL_HOST);

      expect([...onPage, ...onCard]).toEqual([]);
    });
  }
});
