import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { CDPSession, Page } from '@playwright/test';

import { EXTENSION_DIR, launchBrowser } from '../support/launch.ts';
import { expectChartState, openChart, paneOf } from './chart.ts';
import { panelOf } from './panel.ts';
import budgets from './chart-cost-budgets.json' with { type: 'json' };
import { expect, test } from './fixtures.ts';

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly url: string; readonly functionName: string };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** Milliseconds that the page's main thread spent in functions of the extension's scripts, and in what they called. */
function ownMs({ nodes, samples, timeDeltas }: Profile, isOwn: (url: string) => boolean): number {
  const own = new Set<number>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const visit = (id: number, isInside: boolean) => {
    const node = byId.get(id);
    if (node === undefined) return;
    const isHere = isInside || isOwn(node.callFrame.url);
    if (isHere) own.add(id);
    for (const child of node.children ?? []) visit(child, isHere);
  };
  visit(nodes[0]!.id, false);
  return samples.reduce((sum, id, index) => sum + (own.has(id) ? timeDeltas[index]! : 0), 0) / 1000;
}

const isOwnScript = (url: string): boolean => url.startsWith('chrome-extension://');

async function profiled(devtools: CDPSession, during: () => Promise<void>): Promise<number> {
  await devtools.send('Profiler.start');
  await during();
  const { profile } = await devtools.send('Profiler.stop');
  return ownMs(profile as unknown as Profile, isOwnScript);
}

async function counted(devtools: CDPSession): Promise<{ listeners: number; nodes: number }> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((entry) => entry.name === name)?.value ?? 0;
  return { listeners: metric('JSEventListeners'), nodes: metric('Nodes') };
}

const IDLE_MS = 6_000;
const IDLE_ROUNDS = 3;
const SOAK_ROUNDS = 10;

/** Processor time of the page's scripts in a while without input; the market's own pace is in it. */
async function scriptCpuMs(devtools: CDPSession, page: Page): Promise<number> {
  const read = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000;
  };
  await page.waitForTimeout(2_000);
  const before = await read();
  await page.waitForTimeout(IDLE_MS);
  return (await read()) - before;
}

async function pan(page: Page): Promise<void> {
  const { x, y, width, height } = await paneOf(page);
  await page.mouse.move(x + width - 100, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width - 300, y + height / 2 - 60, { steps: 60 });
  await page.mouse.move(x + width - 100, y + height / 2, { steps: 60 });
  await page.mouse.up();
}

test('bands on the chart stay within their cost, and nothing grows', async ({ exchange }, info) => {
  test.setTimeout(240_000);
  const context = await launchBrowser({ exchangePort: exchange.port, headless: true });
  try {
    const page = context.pages()[0]!;
    await openChart(page, context);
    await expectChartState(page, 'ready');
    const devtools = await context.newCDPSession(page);
    for (const domain of ['Profiler', 'HeapProfiler'] as const) await devtools.send(`${domain}.enable`);
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    await devtools.send('Profiler.setSamplingInterval', { interval: 100 });

    const shown = panelOf(page).getByRole('button', { name: 'On the chart' });
    const idleMs: number[] = [];
    for (let round = 0; round < IDLE_ROUNDS; round += 1) {
      const on = await scriptCpuMs(devtools, page);
      await shown.click();
      await expectChartState(page, 'off');
      const off = await scriptCpuMs(devtools, page);
      await shown.click();
      await expectChartState(page, 'ready');
      idleMs.push(on - off);
    }
    const framesBefore = await frameCount(page);
    const panMs = await profiled(devtools, () => pan(page));
    const frames = (await frameCount(page)) - framesBefore;
    const before = await counted(devtools);
    for (let round = 0; round < SOAK_ROUNDS; round += 1) await pan(page);
    const after = await counted(devtools);

    const cost = {
      idleShareOfCore: idleMs.toSorted((a, b) => a - b)[Math.floor(IDLE_ROUNDS / 2)]! / IDLE_MS,
      panMsPerFrame: panMs / Math.max(1, frames),
      frames,
      soakListeners: after.listeners - before.listeners,
      soakNodes: after.nodes - before.nodes,
      probeBytes: readFileSync(join(EXTENSION_DIR, 'content-scripts/chart-probe.js')).length,
    };
    console.log(`cost of the bands on the chart: ${JSON.stringify(cost)}`);
    info.annotations.push({ type: 'cost', description: JSON.stringify(cost) });
    expect(cost.idleShareOfCore).toBeLessThan(budgets.idleShareOfCore);
    expect(cost.panMsPerFrame).toBeLessThan(budgets.panMsPerFrame);
    expect(cost.soakListeners).toBeLessThanOrEqual(budgets.soakListeners);
    expect(cost.soakNodes).toBeLessThanOrEqual(budgets.soakNodes);
  } finally {
    await context.close();
  }
});

/** Frames that the chart's window has shown since the first call. */
const frameCount = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const counter = window as { shownFrames?: number };
    if (counter.shownFrames === undefined) {
      counter.shownFrames = 0;
      const count = () => {
        counter.shownFrames = (counter.shownFrames ?? 0) + 1;
        requestAnimationFrame(count);
      };
      requestAnimationFrame(count);
    }
    return counter.shownFrames;
  });
