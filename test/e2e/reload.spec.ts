import { extensionId } from '../support/launch.ts';
import { PANEL_HOST } from '../support/closed-roots.ts';
import { layerCount, panelOf } from '../support/panel.ts';
import { expect, mappedReport, PAGES, test } from './fixtures.ts';

// An extension that was reloaded has no service worker that the next test would know.
test.use({ profile: 'loaded', isAlone: true });

/** What the browser's own page of extensions can do. */
const developer = (call: string): string =>
  `new Promise((resolve) => void chrome.developerPrivate.${call.replace(/\)$/, '')}, () => resolve()))`;

test('an extension that is reloaded leaves an open page at once, without an error, and the next page has its panel', async ({
  page,
  context,
  consoleErrors,
}) => {
  await page.goto(PAGES.binance());
  await mappedReport(context);
  await expect(panelOf(page)).toBeVisible();
  await expect.poll(() => layerCount(page)).toBeGreaterThan(0);
  const thrown: string[] = [];
  const devtools = await context.newCDPSession(page);
  devtools.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) =>
    thrown.push(exception?.description ?? text),
  );
  await devtools.send('Runtime.enable');
  const extensions = await context.newPage();
  await extensions.goto('chrome://extensions');
  // The browser starts a reloaded folder again in this mode alone.
  await extensions.evaluate(developer('updateProfileConfiguration({ inDeveloperMode: true })'));
  await page.bringToFront();

  await extensions.evaluate(developer(`reload('${await extensionId(context)}', { failQuietly: true })`));
  await expect(page.locator('[data-plimsoll]')).toHaveCount(0, { timeout: 5_000 });
  // What was hung up of it is called once more, and finds nobody.
  await page.mouse.click(300, 300);
  await page.evaluate(() => history.pushState(null, '', '/en/futures/ETHUSDT'));
  await page.setViewportSize({ width: 1300, height: 800 });
  await page.reload();

  await expect(panelOf(page)).toBeVisible();
  await expect(page.locator(PANEL_HOST)).toHaveCount(1);
  expect(thrown).toEqual([]);
  expect(consoleErrors).toEqual([]);
});
