import { extensionId } from '../support/launch.ts';
import { expect, PAGES, pollUntil, test } from './fixtures.ts';
import { noticesOf, panelOf } from '../support/panel.ts';

test.use({ profile: 'loaded' });

test('a venue that refuses the region is asked at its other host after one click, and not before', async ({
  page,
  context,
  exchange,
}) => {
  exchange.faults.add({ host: 'www.okx.com', path: '/api/', fault: { kind: 'refuse', status: 451 } });
  const askedAt = (host: string): number =>
    exchange.requests.all.filter((request) => request.host === host).length;
  await page.goto(PAGES.binance());
  await pollUntil(context, () =>
    expect(noticesOf(page)).toContainText('OKX refused this region', { timeout: 2_000 }),
  );
  expect(askedAt('eea.okx.com')).toBe(0);

  const opened = context.waitForEvent('page');
  await panelOf(page).getByRole('button', { name: 'Choose a host' }).click();
  const options = await opened;
  // No script can press the buttons of the browser's own question: it is answered beforehand.
  const extensions = await context.newPage();
  await extensions.goto('chrome://extensions');
  await extensions.evaluate(
    `chrome.developerPrivate.addHostPermission('${await extensionId(context)}', 'https://eea.okx.com/*')`,
  );
  await extensions.close();
  await options.getByRole('button', { name: 'Use eea.okx.com' }).click();

  await expect(options.getByText('OKX is asked at eea.okx.com (European Economic Area)')).toBeVisible();
  // Else the next alarm asks, up to half a minute later.
  await pollUntil(context, () => expect(askedAt('eea.okx.com')).toBeGreaterThan(0));
  await page.bringToFront();
  await expect(noticesOf(page)).not.toContainText('OKX refused this region');

  await options.getByRole('button', { name: 'Use the main host of OKX' }).click();
  await expect(options.getByText('If OKX refuses your region')).toBeVisible();
});
