import { expectChartState, openChart } from './chart.ts';
import { expect, test } from './fixtures.ts';
import { layerCount } from '../support/panel.ts';

test.use({ pace: 8 });

test('no own line is drawn on a chart whose axis cannot be read', async ({ page, injected, site }) => {
  await openChart(page, 'scaled');
  await expectChartState(page, 'unsupported');
  await injected.call('store', {
    positions: [{ role: 'entry', price: site.market.priceOf('BTC') }],
  });
  await injected.seconds(2);

  expect(await layerCount(page)).toBe(0);
});
