import { expect, test } from 'vitest';

import { cardSentence } from '../../../components/overlay/card-sentence.ts';
import { buildReport } from '../../support/sample-report.ts';

const say = (overrides: Parameters<typeof buildReport>[0]) => cardSentence(buildReport(overrides));

test('first what a break of the nearest level would force: support 1.0 % below before resistance 4.0 % above', () => {
  expect(say({})).toBe('Estimate: a daily close below 89,628 (18 % in 24 h) forces 990 M of selling.');
});

test('a level of which no break is known is passed over for the one on the other side', () => {
  const { breakdown } = buildReport();

  expect(say({ breakdown: breakdown.filter(({ direction }) => direction === 'up') })).toBe(
    'Estimate: a daily close above 94,789 (12 % in 24 h) forces 1.41 B of buying.',
  );
});

test('a break within another time is not taken for one of a day', () => {
  const { breakdown } = buildReport();

  expect(say({ breakdown: breakdown.map((risk) => ({ ...risk, horizonHours: 168 })) })).toMatch(
    /^Estimate: forced buying/,
  );
});

test('else where the nearest cluster would carry the price: shorts 0.6 % above before longs 1.0 % below', () => {
  // 1.4 % beyond 92,400.
  expect(say({ breakdown: [] })).toBe(
    'Estimate: forced buying at 91,500 to 92,400 would carry the price to 93,694.',
  );
});

test('else what waits there, where nobody knows what it would do', () => {
  const clusters = buildReport().clusters.map((cluster) => ({ ...cluster, cascade: null }));

  expect(say({ breakdown: [], clusters })).toMatch(/^Estimate: \d+ M of shorts break at 91,500 to 92,400\.$/);
});

test('nothing is said of a market of which nothing is known', () => {
  expect(say({ breakdown: [], levels: [], clusters: [] })).toBeNull();
  expect(say({ price: null, clusters: [] })).toBeNull();
});
