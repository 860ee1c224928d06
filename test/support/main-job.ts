import '../../core/i18n/speak-english.ts';

import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { BrowserContext, Page } from '@playwright/test';

import { note } from '../../core/headless/args.ts';
import { warningWords } from '../../core/i18n/warning-words.ts';
import type { StoredTiers } from '../../core/ledger/tiers.ts';
import type { MarketReport } from '../../core/market/market-report.ts';
import type { Market } from '../exchange/market/market.ts';
import { startExchange, type ExchangeOptions } from '../exchange/start-exchange.ts';
import { clustersTable } from './clusters-table.ts';
import { exampleAnswer, storeExample } from './example-position.ts';
import { backgroundWorker, extensionId, launchBrowser } from './launch.ts';
import { panelOf } from './panel.ts';
import { sidePanelPicture, sidePanelText } from './side-panel-page.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OUTPUT = join(ROOT, '.output');
const pictureOf = (name: string): string => join(OUTPUT, `${name}.png`);
const WARM_UP_TIMEOUT_MS = 120_000;
const SHOWN_TIMEOUT_MS = 20_000;

interface MainJob {
  /** Market id, e.g. `BTCUSDT`. */
  readonly market: string;
  /** True talks to the real exchanges. */
  readonly live: boolean;
  /** Without a display, prints the report instead of a table. */
  readonly json: boolean;
  /** What the simulated exchange serves; null when live. */
  readonly exchange: ExchangeOptions | null;
  /** What happens in the simulated market once the map is there. Without a display, what is then warned of is told too. */
  readonly act?: (market: Market, wait: (seconds: number) => Promise<void>) => Promise<void>;
}

/**
 * Builds, opens the trading page with the extension and the side panel beside it, with an example position: in a window, or
 * as a table, the example's answer and pictures.
 */
export async function showMainJob(job: MainJob): Promise<void> {
  build();
  const exchange = job.exchange === null ? null : await startExchange(job.exchange);
  const headless = !hasDisplay();
  const act = async (): Promise<void> => {
    if (exchange !== null) await job.act?.(exchange.market, pass);
  };
  const context = await launchBrowser({ exchangePort: exchange?.port ?? null, headless });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`https://www.binance.com/en/futures/${job.market}`, { timeout: 60_000 });
  if (headless) {
    console.log(await toldHeadless(context, page, job, act));
    await context.close();
  } else {
    const closed = new Promise((resolve) => context.on('close', resolve));
    console.log('The panel is on the page. Close the browser to end.');
    const opened = showBeside(context, page, job.market)
      .then(act)
      .catch((error: Error) => note(error.message));
    await Promise.race([closed, opened]);
    await closed;
  }
  await exchange?.close();
}

const pass = (seconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** Browsers open the side panel for a click alone. */
const openBeside = (page: Page): Promise<void> =>
  panelOf(page).getByRole('button', { name: 'Open the side panel' }).click();

/** The side panel with an example, once there is a price for it. */
async function showBeside(context: BrowserContext, page: Page, market: string): Promise<void> {
  await storeExample(context, await warmReport(context, market));
  await openBeside(page);
}

/** A picture of the side panel, once it shows what it is about. */
async function sidePanelOf(page: Page): Promise<Buffer> {
  const devtools = await page.context().newCDPSession(page);
  const deadline = performance.now() + SHOWN_TIMEOUT_MS;
  while (!(await sidePanelText(devtools))?.includes('What lies between') && performance.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 250));
  const picture = await sidePanelPicture(devtools);
  if (picture === null) throw new Error('The side panel did not open.');
  return picture;
}

/** What is printed where nobody sees a window; pictures are written beside the build. */
async function toldHeadless(
  context: BrowserContext,
  page: Page,
  { market, json, act }: MainJob,
  onAct: () => Promise<void>,
): Promise<string> {
  const loaded = await warmReport(context, market);
  await onAct();
  const isTold = ({ warnings = [] }: MarketReport): boolean => warnings.length > 0;
  const report = act === undefined ? loaded : await reportWhere(context, market, isTold);
  const example = await storeExample(context, report);
  await panelOf(page).locator('.card-row').first().waitFor({ state: 'attached' });
  mkdirSync(OUTPUT, { recursive: true });
  await page.screenshot({ path: pictureOf('plimsoll') });
  await openBeside(page);
  writeFileSync(pictureOf('side-panel'), await sidePanelOf(page));
  const popup = await context.newPage();
  await popup.setViewportSize({ width: 376, height: 600 });
  await popup.goto(`chrome-extension://${await extensionId(context)}/popup.html`);
  if (example !== null) await popup.getByRole('button', { name: 'Example' }).click();
  await popup.screenshot({ path: pictureOf('popup'), fullPage: true });
  if (json) return JSON.stringify(report);
  const warnings = (report.warnings ?? []).map(warningWords);
  const tiers = (await storedItems(context))[`tiers:${market}`] as StoredTiers | undefined;
  return [
    '',
    clustersTable(report),
    ...(warnings.length === 0 ? [] : ['', ...warnings.map(({ title, text }) => `${title}: ${text}`)]),
    ...(example === null ? [] : ['', 'Example position:', exampleAnswer(example, report, tiers ?? {})]),
    '',
    `No display: the page with the panel is in ${pictureOf('plimsoll')}, the side panel and the popup with the example are in`,
    `${pictureOf('side-panel')} and ${pictureOf('popup')}`,
  ].join('\n');
}

function build(): void {
  const { status } = spawnSync('wxt', ['build'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The extension could not be built; see the message above.');
}

function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return process.env['CI'] === undefined;
  return process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined;
}

async function storedItems(context: BrowserContext): Promise<Record<string, unknown>> {
  const worker = await backgroundWorker(context);
  return worker.evaluate<Record<string, unknown>>('chrome.storage.local.get(null)');
}

/** The report once the first load is done, or the best there is when the time is up. */
const warmReport = (context: BrowserContext, market: string): Promise<MarketReport> =>
  reportWhere(context, market, ({ warmUp, map }) => warmUp.done && map !== null);

async function reportWhere(
  context: BrowserContext,
  market: string,
  isThere: (report: MarketReport) => boolean,
): Promise<MarketReport> {
  const deadline = performance.now() + WARM_UP_TIMEOUT_MS;
  let report: MarketReport | undefined;
  while (performance.now() < deadline) {
    report = (await storedItems(context))[`report:${market}`] as MarketReport | undefined;
    if (report?.map != null && isThere(report)) return report;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  if (report?.map) return report;
  throw new Error('No liquidation map within two minutes; the panel says which source is missing.');
}
