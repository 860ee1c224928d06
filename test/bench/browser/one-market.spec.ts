import { LOADED_PROFILE, startKnownExchange } from '../../e2e/loaded-profile.ts';
import { expect, PAGES, storedItems, test, warmReport } from '../../e2e/fixtures.ts';
import { launchBrowser } from '../../support/launch.ts';
import { clustersOf, openPanels, panelOf } from '../../support/panel.ts';
import { cpuAnHourS } from './cpu-an-hour.ts';
import { seconds, tell } from './tell.ts';
import { browserDevtools } from './worker-devtools.ts';
import { workerTasks } from './worker-tasks.ts';

/** Nothing was told so long, and the next poll by the alarm is near. */
const REST_S = 20;
/** Two polls by the alarm. */
const AFTERWARDS_S = 65;

test('a first load gives way to others', async ({ context, page }) => {
  test.setTimeout(180_000);

  const tasks = await workerTasks(await browserDevtools(context), async () => {
    await page.goto(PAGES.binance());
    await warmReport(context);
  });

  console.log(JSON.stringify(tasks));
  tell('longestRunOfFirstLoadMs', tasks.longestMs);
});

test('a page of a known market has its figures at once', async ({ exchange }) => {
  test.setTimeout(300_000);
  const context = await launchBrowser({
    exchangePort: exchange.port,
    headless: true,
    profileFrom: LOADED_PROFILE,
  });
  await openPanels(context);
  const page = context.pages()[0]!;
  await page.goto(PAGES.binance());
  await warmReport(context);
  await page.goto('about:blank');
  await seconds(REST_S);
  const reportAt = async () => ((await storedItems(context))['report:BTCUSDT'] as { readonly at: number }).at;
  const oldAt = await reportAt();
  let [storedMs, freshMs] = [NaN, NaN];
  const tasks = await workerTasks(await browserDevtools(context), async () => {
    await page.goto(PAGES.binance());
    await panelOf(page).waitFor();
    const startMs = performance.now();
    await clustersOf(page).waitFor();
    storedMs = performance.now() - startMs;
    while ((await reportAt()) === oldAt) await seconds(0.02);
    freshMs = performance.now() - startMs;
    await seconds(AFTERWARDS_S);
  });
  await context.close();

  console.log(JSON.stringify(tasks));
  tell('storedReportMs', storedMs);
  tell('freshReportMs', freshMs);
  tell('longestRunOfPollsMs', tasks.longestMs);
});

test('an hour of one market on an open page costs little CPU', async () => {
  test.setTimeout(900_000);
  const exchange = await startKnownExchange();

  const cpuS = await cpuAnHourS(exchange, LOADED_PROFILE);

  await exchange.close();
  expect(cpuS).toBeGreaterThan(0);
  tell('oneMarketCpuSAnHour', cpuS);
});
