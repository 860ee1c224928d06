import { expect, test } from 'vitest';

import { clockSentence } from '../../../components/ui/clock-sentence.ts';

test.each([
  [90_400, '1 min 30 s slow'],
  [-299_600, '5 min fast'],
  [-5_400, '5 s fast'],
  [59_600, '1 min slow'],
  [3_599_000, '1 h slow'],
  [-93_600_000, '1 d 2 h fast'],
  [90_061_000, '1 d 1 h slow'],
])('a clock that is %i ms behind is told with direction and amount', (offsetMs, words) => {
  expect(clockSentence(offsetMs)).toBe(`This device’s clock is ${words}; times here are the venues’.`);
});

test.each([0, 5_000, -5_000])('a clock that is %i ms behind is not spoken of', (offsetMs) => {
  expect(clockSentence(offsetMs)).toBeNull();
});
