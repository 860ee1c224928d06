import type { Page } from '@playwright/test';

import { drive, expectChartState, frames, nearest, openChart } from './chart.ts';
import { CLUSTERS, expect, test } from './fixtures.ts';
import { paintedLines } from './lines.ts';
import { layerCount, panelOf } from '../support/panel.ts';

/** Sends texts in the probe's name. */
const forge = (page: Page, details: readonly unknown[]) =>
  page.evaluate((list) => {
    for (const detail of list) document.dispatchEvent(new CustomEvent('plimsoll-chart', { detail }));
  }, details);

test.use({ pace: 8 });

test('a page that forges, floods, replays, deletes and poisons spoils its own picture at most', async ({
  page,
  consoleErrors,
}) => {
  const heard: string[] = [];
  await page.exposeFunction('hear', (text: string) => heard.push(text));
  await page.addInitScript(() => {
    const { hear } = window as unknown as { hear: (text: string) => void };
    document.addEventListener('plimsoll-probe', (event) => hear(String((event as CustomEvent).detail)));
  });
  await openChart(page);
  await expectChartState(page, 'ready');
  await drive(page, 'drawLine', nearest(CLUSTERS, 'long').peak);

  await test.step('what is malformed, huge, foreign or out of bounds changes nothing', async () => {
    const base = {
      seq: 1e9,
      chart: 1,
      state: 'ready',
      symbol: 'BTCUSDT',
      x: 0,
      y: 0,
      width: 300,
      height: 300,
    };
    await forge(page, [
      null,
      42,
      { ...base },
      '{',
      JSON.stringify({ ...base, from: 1, to: 2, mode: 0, offset: 0, levels: [1] }),
      JSON.stringify({ ...base, from: 1, to: 1e13, mode: 0, offset: 0 }),
      JSON.stringify({ ...base, from: 1, to: 2, mode: 9, offset: 0 }),
      'x'.repeat(1e6),
    ]);
    const { ours, magenta } = await paintedLines(page, 1, 'long');
    expect(Math.abs(ours! - magenta!)).toBeLessThanOrEqual(1);
  });

  await test.step('a chart of another market or of impossible prices is not drawn on', async () => {
    const base = { chart: 2, state: 'ready', x: 0, y: 0, width: 300, height: 300, mode: 0, offset: 0 };
    await forge(page, [
      JSON.stringify({ seq: 90_000, ...base, symbol: 'ETHUSDT', from: 80_000, to: 99_000 }),
      JSON.stringify({ seq: 90_001, ...base, symbol: 'BTCUSDT', from: 1, to: 2 }),
    ]);
    expect(await layerCount(page)).toBe(1);
  });

  await test.step('a sequence at its end silences the probe; the page loses the bands, and the panel says so', async () => {
    await forge(page, [JSON.stringify({ seq: Number.MAX_SAFE_INTEGER, chart: 3, state: 'hidden' })]);
    await expect.poll(() => layerCount(page)).toBe(0);
    await expectChartState(page, 'searching');
    await page.reload();
    await expectChartState(page, 'ready');
  });

  await test.step('a flood costs the page and not the panel', async () => {
    const blockedMs = await page.evaluate(() => {
      const detail = JSON.stringify({ seq: 1, chart: 0, state: 'hidden' });
      const start = performance.now();
      for (let count = 0; count < 20_000; count += 1)
        document.dispatchEvent(new CustomEvent('plimsoll-chart', { detail }));
      return performance.now() - start;
    });
    console.log(`a refused message costs ${((blockedMs / 20_000) * 1000).toFixed(1)} µs`);
    await expect(panelOf(page)).toBeVisible();
    await expectChartState(page, 'ready');
  });

  await test.step('nodes that are deleted come back', async () => {
    await page.evaluate(() => {
      for (const node of document.querySelectorAll('html > div')) node.remove();
    });
    await expect.poll(() => layerCount(page)).toBe(1);
  });

  await test.step('poisoned prototypes reach neither probe nor bands', async () => {
    await page.evaluate(() => {
      JSON.stringify = () => '{"stolen":true}';
      document.dispatchEvent = () => false;
      Object.assign(window, { CustomEvent: null });
      Element.prototype.attachShadow = () => {
        throw new Error('poisoned');
      };
    });
    await drive(page, 'setInverted', true);
    await frames(page, 20);
    await expectChartState(page, 'ready');
  });

  await test.step('the page heard start, stop and ping, and sees no shadow root', async () => {
    expect(heard.filter((text) => !['start', 'stop', 'ping', 'retire'].includes(text))).toEqual([]);
    expect(heard).toContain('start');
    const open = await page.evaluate(
      () => [...document.querySelectorAll('*')].filter((node) => node.shadowRoot !== null).length,
    );
    expect(open).toBe(0);
  });
  expect(consoleErrors.filter((text) => !text.includes('poisoned'))).toEqual([]);
});

test('the probe falls silent when it is told to stop, and nothing of ours stays', async ({
  page,
  injected,
}) => {
  await openChart(page);
  await expectChartState(page, 'ready');
  await panelOf(page).getByRole('button', { name: 'On the chart' }).click();
  await expectChartState(page, 'off');

  await page.evaluate(() => {
    const heard = { messages: 0 };
    Object.assign(window, { heard });
    document.addEventListener('plimsoll-chart', () => {
      heard.messages += 1;
    });
  });
  await drive(page, 'setInverted', true);
  await injected.seconds(3);

  const heard = await page.evaluate(() => (window as unknown as { heard: { messages: number } }).heard);
  expect(heard.messages).toBe(0);
  expect(await layerCount(page)).toBe(0);
});

test('five thousand words to the probe make it look once, and the chart is followed after them', async ({
  page,
}) => {
  await openChart(page);
  await expectChartState(page, 'ready');

  for (const words of [['start'], ['stop', 'start'], ['ping'], ['stop', 'ping']]) {
    const messages = await page.evaluate((list) => {
      let count = 0;
      const onMessage = () => {
        count += 1;
      };
      document.addEventListener('plimsoll-chart', onMessage);
      for (let turn = 0; turn < 5_000; turn += 1)
        document.dispatchEvent(new CustomEvent('plimsoll-probe', { detail: list[turn % list.length]! }));
      document.removeEventListener('plimsoll-chart', onMessage);
      return count;
    }, words);
    expect(messages, words.join()).toBeLessThanOrEqual(1);
  }
  await drive(page, 'drawLine', nearest(CLUSTERS, 'long').peak);
  const { ours, magenta } = await paintedLines(page, 1, 'long');
  expect(Math.abs(ours! - magenta!)).toBeLessThanOrEqual(1);
});
