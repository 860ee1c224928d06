import { expect, test } from 'vitest';

import { formatHorizon } from '../../../components/popup/format-risk.ts';

test.each([
  [24, '24 h'],
  [36, '36 h'],
  [1.5, '1 h 30 min'],
  [168, '7 d'],
])('a horizon of %d hours heads its column as %s', (hours, text) => {
  expect(formatHorizon(hours)).toBe(text);
});
