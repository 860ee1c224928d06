import { extensionId } from '../support/launch.ts';
import { expect, mappedReport, PAGES, pollUntil, storedItems, storedReport, test } from './fixtures.ts';
import { violationsOf } from './violations.ts';

test.use({ profile: 'loaded' });

test('a venue that is switched off leaves the map, and the choice is kept', async ({
  page,
  context,
  exchange,
}) => {
  await page.goto(PAGES.bybit());
  await mappedReport(context);
  const options = await context.newPage();
  await options.goto(`chrome-extension://${await extensionId(context)}/options.html`);

  await options.getByRole('checkbox', { name: 'Gate', exact: true }).uncheck();

  await expect
    .poll(async () => (await storedItems(context))['settings'])
    .toMatchObject({
      venues: ['binance', 'bybit', 'okx', 'bitget', 'hyperliquid'],
    });
  await pollUntil(context, async () => {
    const { openInterest } = (await storedReport(context))!;
    expect(openInterest.perVenue.map(({ venue }) => venue)).not.toContain('gate');
  });
  exchange.requests.clear();
  // Between polls the price alone is asked for, of one venue.
  const others = ['fapi.binance.com', 'api.bybit.com', 'www.okx.com', 'api.bitget.com'];
  await pollUntil(context, () => expect(exchange.requests.hosts).toEqual(expect.arrayContaining(others)));
  expect(exchange.requests.hosts).not.toContain('api.gateio.ws');
});

test('the options have no accessibility violation', async ({ page, context }) => {
  await page.goto(`chrome-extension://${await extensionId(context)}/options.html`);
  await page.getByRole('heading', { name: 'Plimsoll options' }).waitFor();

  expect(await violationsOf(page)).toEqual([]);
});
