import type { BrowserContext } from '@playwright/test';

import { createRandom } from '../../core/market/random.ts';
import { startExchange } from '../exchange/start-exchange.ts';
import { launchBrowser } from '../support/launch.ts';
import { expect, killWorker, PAGES, refresh, settled, storedReport, test, warmReport } from './fixtures.ts';

const BAR_MS = 300_000;

/** Both runs together take less than this. */
const BOTH_RUNS_MS = 130_000;

const KILLS = 10;

const SETTLED_MS = 8_000;

/** The figures once all history is in them: what has not changed for a while, as the exchange stands still. */
const settledFigures = (context: BrowserContext): Promise<string> =>
  settled(
    async () => {
      await refresh(context);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      const { map, openInterest, warmUp } = (await storedReport(context))!;
      // The forced map is left out: it refills with the real time since a price was visited, which differs between runs.
      const { longForcedUsd: _long, shortForcedUsd: _short, ...exposure } = map!;
      return JSON.stringify({ exposure, base: openInterest.base, warmUp });
    },
    (figures) => figures,
    SETTLED_MS,
  );

/** The figures of a report without what depends on when it was asked for. */
async function figuresAfter(kills: number, seed: number, frozenAtMs: number): Promise<string> {
  const exchange = await startExchange({ clock: () => frozenAtMs, hostClock: Date.now });
  const context = await launchBrowser({ exchangePort: exchange.port, headless: true });
  try {
    const page = context.pages()[0]!;
    const random = createRandom(seed);
    await page.goto(PAGES.binance());
    for (let kill = 0; kill < kills; kill += 1) {
      await page.waitForTimeout(Math.floor(100 + random() * 1_200));
      await killWorker(context);
    }
    // Else the next alarm goes on, up to half a minute later.
    await refresh(context);
    await warmReport(context);
    return await settledFigures(context);
  } finally {
    await context.close();
    await exchange.close();
  }
}

test('a worker killed ten times at seeded points stores what an uninterrupted one stores', async () => {
  test.setTimeout(360_000);
  // A market that stands still gives both runs the same answers, but has no bar to give once the worker's clock is in
  // the next: both runs must fit into one.
  const leftMs = BAR_MS - (Date.now() % BAR_MS);
  if (leftMs < BOTH_RUNS_MS) await new Promise((resolve) => setTimeout(resolve, leftMs + 1_000));
  const frozenAtMs = Date.now();

  const uninterrupted = await figuresAfter(0, 1, frozenAtMs);
  const killed = await figuresAfter(KILLS, 7, frozenAtMs);

  expect(killed).toBe(uninterrupted);
});
