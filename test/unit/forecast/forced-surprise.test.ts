import { expect, test } from 'vitest';
import { createCalibration } from '../../../core/engine/forecast/calibration.ts';
import { forcedSurprise } from '../../../core/engine/forecast/forced-surprise.ts';
import { CLASSES } from '../../../core/engine/parameters.ts';

const WEIGHTS = { long: new Float64Array(CLASSES).fill(0.1), short: new Float64Array(CLASSES).fill(0.1) };

test('all classes of a side speak together, of the seven in ten that are forced where the map is right', () => {
  const calibration = createCalibration();
  calibration.long.swept.set([400, 600]);
  calibration.long.forced.set([0, 35]);

  // Said: 1000 x .1 x .7 = 70 coins, heard 35; eight orders of .05 coins on either side.
  expect(forcedSurprise(calibration, WEIGHTS, 'long')).toBeCloseTo(Math.log(35.4 / 70.4), 12);
});

test('where nothing was swept nothing surprises', () => {
  const calibration = createCalibration();
  calibration.long.swept.set([400]);

  expect(forcedSurprise(calibration, WEIGHTS, 'short')).toBe(0);
});
