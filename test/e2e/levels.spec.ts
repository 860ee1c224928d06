import type { BrowserContext } from '@playwright/test';

import { RULES } from '../../core/alerts/rules/list.ts';
import type { LevelReport, MarketReport } from '../../core/market/market-report.ts';
import { expect, PAGES, storedReport, warmReport } from './fixtures.ts';
import { test } from './moving-market.ts';
import { backgroundWorker } from '../support/launch.ts';
import { panelOf } from '../support/panel.ts';
import { driveTo, travelPastClose } from './time-travel.ts';

/** The zone is drawn anew each day and may be a little wider or narrower. */
const levelAt = (report: MarketReport | null, { low, high }: LevelReport): LevelReport | undefined =>
  report?.levels.find((level) => level.low <= high && level.high >= low);

const resistanceAbove = ({ levels, price }: MarketReport): LevelReport => {
  const [best] = levels
    .filter(
      ({ side, low }) => side === 'resistance' && low > (price ?? 0) * 1.01 && low < (price ?? 0) * 1.08,
    )
    .sort((a, b) => b.score - a.score);
  return best!;
};

const stateOf = async (context: BrowserContext, level: LevelReport): Promise<string | undefined> =>
  levelAt(await storedReport(context), level)?.state;

/** Of one cause the gravest alone is told: what a move does to a level would stand for what it does to a cluster, or the reverse. */
async function warnOnlyOf(context: BrowserContext, ...wanted: readonly string[]): Promise<void> {
  const rules = Object.fromEntries(RULES.map(({ id }) => [id, wanted.includes(id)]));
  const worker = await backgroundWorker(context);
  await worker.evaluate(`chrome.storage.local.get('settings').then(({ settings }) =>
    chrome.storage.local.set({ settings: { ...settings, alerts: { rules: ${JSON.stringify(rules)} } } }))`);
}

test('a level is touched, closed beyond and lost again, and the panel says so each time', async ({
  page,
  context,
  exchange,
}) => {
  test.setTimeout(240_000);
  await warnOnlyOf(context, 'level');
  await page.goto(PAGES.bybit());
  const level = resistanceAbove(await warmReport(context));

  await driveTo(exchange, context, (level.low + level.high) / 2);
  await expect(
    panelOf(page)
      .getByRole('article', { name: /touched|Back at/ })
      .first(),
  ).toBeVisible({ timeout: 40_000 });

  await driveTo(exchange, context, level.high * 1.012);
  await travelPastClose(exchange, context);
  await expect.poll(() => stateOf(context, level), { timeout: 40_000 }).toBe('closed-beyond');
  await expect(panelOf(page).getByRole('article', { name: /clos/i }).first()).toBeVisible();

  await driveTo(exchange, context, level.low * 0.985);
  await travelPastClose(exchange, context);
  await expect.poll(() => stateOf(context, level), { timeout: 40_000 }).toBe('reclaimed');
  await expect(
    panelOf(page)
      .getByRole('article', { name: /lost again|back/i })
      .first(),
  ).toBeVisible();
});

test('a fall into a cluster warns before it breaks, with notifications never allowed', async ({
  page,
  context,
  exchange,
}) => {
  test.setTimeout(180_000);
  await warnOnlyOf(context, 'cluster', 'cascade', 'burst', 'open-interest');
  await page.goto(PAGES.bybit());
  const { clusters } = await warmReport(context);
  const [largest] = clusters
    .filter(({ side }) => side === 'long')
    .sort((a, b) => b.exposureUsd.p50 - a.exposureUsd.p50);

  await driveTo(exchange, context, largest!.high * 1.001);

  await expect
    .poll(async () => (await storedReport(context))?.warnings?.map(({ rule }) => rule) ?? [], {
      timeout: 40_000,
    })
    .not.toEqual([]);
  await expect(panelOf(page).getByRole('article').first()).toBeVisible();
  const worker = context.serviceWorkers()[0]!;
  expect(await worker.evaluate("chrome.permissions.contains({ permissions: ['notifications'] })")).toBe(
    false,
  );
});
