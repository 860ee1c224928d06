import { expect, test } from 'vitest';

import { breakText } from '../../../components/overlay/break-text.ts';
import type { LevelReport } from '../../../core/market/market-report.ts';

const support: LevelReport = {
  id: 'support',
  kind: 'swing-zone',
  side: 'support',
  low: 80_600,
  high: 81_000,
  score: 0.9,
  sources: [],
  touches: 2,
  state: 'rejected',
  stateAt: null,
};

test('a break is told with its three factors, and apart from it where moves end', () => {
  const text = breakText(support, {
    levelId: 'support',
    direction: 'down',
    horizonHours: 24,
    touch: 0.2,
    closeBeyond: 0.084,
    releasedUsd: 1.41e9,
    amplification: 1.3,
    expectedForcedUsd: 0.154e9,
    terminal: { p5: 76_400, p50: 78_900, p95: 80_100 },
    moveEnds: { p5: 74_000, p50: 78_100, p95: 80_300 },
  });

  expect(text).toBe(
    'A daily close below 80,600 within 24 hours has a chance of 8.4 % and would release about 1.41 B USD of forced selling within one average day’s range. Forced orders would carry the move 1.30 times as far, most likely to 78,900 (76,400 to 80,100). Moves of that size end near 78,100 (74,000 to 80,300). Expected forced selling: 154 M USD. All estimates. Chance of a touch: 20 %.',
  );
});
