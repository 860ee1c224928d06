import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { BrowserContext } from '@playwright/test';

import type { MarketReport } from '../../core/market/market-report.ts';
import { startExchange, type ExchangeOptions } from '../exchange/start-exchange.ts';
import { clustersTable } from './clusters-table.ts';
import { backgroundWorker, launchBrowser } from './launch.ts';
import { panelOf } from './panel.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SCREENSHOT = join(ROOT, '.output', 'plimsoll.png');
const WARM_UP_TIMEOUT_MS = 120_000;

interface MainJob {
  /** Market id, e.g. `BTCUSDT`. */
  readonly market: string;
  /** True talks to the real exchanges. */
  readonly live: boolean;
  /** Without a display, prints the report instead of a table. */
  readonly json: boolean;
  /** What the simulated exchange serves; null when live. */
  readonly exchange: ExchangeOptions | null;
}

/** Builds, opens the trading page with the extension, and shows the bands: in a window, or as a table and a screenshot. */
export async function showMainJob(job: MainJob): Promise<void> {
  build();
  const exchange = job.exchange === null ? null : await startExchange(job.exchange);
  const headless = !hasDisplay();
  const context = await launchBrowser({ exchangePort: exchange?.port ?? null, headless });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`https://www.binance.com/en/futures/${job.market}`, { timeout: 60_000 });
  if (headless) {
    const report = await warmReport(context, job.market);
    await panelOf(page).locator('.card-row').first().waitFor({ state: 'attached' });
    mkdirSync(join(ROOT, '.output'), { recursive: true });
    await page.screenshot({ path: SCREENSHOT });
    console.log(
      job.json
        ? JSON.stringify(report)
        : `\n${clustersTable(report)}\n\nNo display: the page with the panel is in ${SCREENSHOT}`,
    );
    await context.close();
  } else {
    console.log('The panel is on the page. Close the browser to end.');
    await new Promise((resolve) => context.on('close', resolve));
  }
  await exchange?.close();
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

/** The report once the first load is done, or the best there is when the time is up. */
async function warmReport(context: BrowserContext, market: string): Promise<MarketReport> {
  const deadline = performance.now() + WARM_UP_TIMEOUT_MS;
  let report: MarketReport | undefined;
  while (performance.now() < deadline) {
    const worker = await backgroundWorker(context);
    const stored = await worker.evaluate<Record<string, unknown>>('chrome.storage.local.get(null)');
    report = stored[`report:${market}`] as MarketReport | undefined;
    if (report?.warmUp.done === true && report.map !== null) return report;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  if (report?.map) return report;
  throw new Error('No liquidation map within two minutes; the panel says which source is missing.');
}
