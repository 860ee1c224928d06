import { expect, test } from 'vitest';
import { mergePath } from '../../../core/engine/skill/price-path.ts';

/** Candles of `intervalS` at `opens`, each closing at its own open time as a price. */
const buildBars = (intervalS: number, opens: readonly number[]) => ({
  intervalS,
  openTimeS: Float64Array.from(opens),
  high: Float64Array.from(opens, (open) => open + 2),
  low: Float64Array.from(opens, (open) => open + 1),
  close: Float64Array.from(opens, (open) => open + 1.5),
});

test('a bar whose minutes are all known is replaced by them', () => {
  const path = mergePath(buildBars(120, [600, 720]), buildBars(60, [600, 660, 720]));

  expect([...path.startS]).toEqual([600, 660, 720]);
  expect([...path.endS]).toEqual([660, 720, 840]);
});

test('minutes after the last bar are appended', () => {
  const path = mergePath(buildBars(120, [600]), buildBars(60, [540, 720, 780]));

  expect([...path.startS]).toEqual([600, 720, 780]);
});

test('without minutes the bars are the path', () => {
  const path = mergePath(buildBars(120, [600, 720]), null);

  expect([...path.close]).toEqual([601.5, 721.5]);
});
