import { expect, test } from 'vitest';

import { forecastAt } from '../../../core/engine/forecast/forecaster.ts';
import { coverageText, type EdgeCoverage, edgeCoverage, trueMap } from '../../support/edge-coverage.ts';
import { calibrated, januaryMarket } from '../../support/january-market.ts';
import { truthAt } from './truth.ts';

const DAY_S = 86_400;
const ATR_1D = 2200;

test('the interval of a cluster’s edges covers the true edges 70 to 90 times in a hundred', () => {
  const january = januaryMarket(1);
  const coverages: EdgeCoverage[] = [];

  calibrated(january, (forecaster, atS, price) => {
    if (atS % DAY_S !== 0) return;
    const { logStep, firstBin, longBase, shortBase } = truthAt(january.coin, atS);
    const truth = trueMap(price, { logStep, firstBin, long: longBase, short: shortBase });
    const { map } = forecastAt(forecaster, atS, { price });
    coverages.push(edgeCoverage(forecaster.state, map, truth, ATR_1D));
  });

  const { share, text } = coverageText(coverages);
  console.log(text);
  expect(share).toBeGreaterThan(0.7);
  expect(share).toBeLessThan(0.9);
}, 60_000);
