import { ownWork } from '../../support/own-work.ts';
import { panelOf } from '../../support/panel.ts';
import { expectChartState, frameCount, openLiveChart, pan } from '../../inject/chart.ts';
import { expect, test } from '../../inject/fixtures.ts';
import budgets from './chart-cost-budgets.json' with { type: 'json' };
import { startOwnTime, stopOwnTime } from './own-time.ts';

const SAMPLING_US = 100;
/** What a click has set going has ended. */
const SETTLE_S = 7;
const IDLE_S = 6;
const IDLE_ROUNDS = 3;
const PAN_STEPS = 60;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

test('bands on the chart stay within their cost', async ({ page, injected }, info) => {
  test.setTimeout(240_000);
  await openLiveChart(page);
  await expectChartState(page, 'ready');

  const shown = panelOf(page).getByRole('button', { name: 'On the chart' });
  const rest = async () => {
    await injected.seconds(SETTLE_S);
    const { threadMs } = await ownWork(injected.devtools, () => injected.seconds(IDLE_S));
    return threadMs / (1000 * IDLE_S);
  };
  const [withBands, without]: [number[], number[]] = [[], []];
  for (let round = 0; round < IDLE_ROUNDS; round += 1) {
    withBands.push(await rest());
    await shown.click();
    await expectChartState(page, 'off');
    without.push(await rest());
    await shown.click();
    await expectChartState(page, 'ready');
  }
  const framesBefore = await frameCount(page);
  await startOwnTime(injected.devtools, SAMPLING_US);
  await pan(page, PAN_STEPS);
  const { ownMs: panMs } = await stopOwnTime(injected.devtools);
  const frames = (await frameCount(page)) - framesBefore;

  const cost = {
    idleShareOfCore: median(withBands) - median(without),
    panelShareOfCore: median(without),
    panMsPerFrame: panMs / Math.max(1, frames),
    frames,
  };
  console.log(`cost of the bands on the chart: ${JSON.stringify(cost)}`);
  info.annotations.push({ type: 'cost', description: JSON.stringify(cost) });
  expect(cost.idleShareOfCore).toBeLessThan(budgets.idleShareOfCore);
  expect(cost.panelShareOfCore).toBeLessThan(budgets.panelShareOfCore);
  expect(cost.panMsPerFrame).toBeLessThan(budgets.panMsPerFrame);
});
