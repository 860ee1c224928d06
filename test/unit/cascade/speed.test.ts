import { expect, test } from 'vitest';
import { cascadeCase } from '../../bench/cascade.ts';
import { measure } from '../../bench/measure.ts';

test('2,000 draws on 600 bins take less than 30 ms', () => {
  expect(measure(cascadeCase.run, 9).medianMs).toBeLessThan(30);
});
