import { describe, expect, test } from 'vitest';

import {
  createChartReader,
  isPlausible,
  parseChartMessage,
  type ChartMessage,
} from '../../../core/sites/chart-messages.ts';

const GEOMETRY = {
  symbol: 'BTCUSDT',
  x: 10,
  y: 60,
  width: 800,
  height: 401,
  from: 90_000,
  to: 94_000,
  mode: 0,
  offset: 0,
  time: { x: 3, atS: 1_767_225_600, spacing: 6, barS: 900, endS: null },
} as const;
const READY = { seq: 7, chart: 0, state: 'ready', ...GEOMETRY } as const;
const text = (changes: object = {}) => JSON.stringify({ ...READY, ...changes });

describe('parseChartMessage', () => {
  test('takes what the probe sends', () => {
    const expected: ChartMessage = { seq: 7, chart: 0, state: 'ready', geometry: GEOMETRY };
    expect(parseChartMessage(text())).toEqual(expected);
    expect(parseChartMessage('{"seq":1,"chart":3,"state":"hidden"}')).toEqual({
      seq: 1,
      chart: 3,
      state: 'hidden',
    });
  });

  test.each([
    ['an object instead of text', READY],
    ['null', null],
    ['text that is no JSON', '{"seq":'],
    ['a list', '[]'],
    ['a key too many', text({ levels: [] })],
    ['geometry beside another state', text({ state: 'hidden' })],
    ['an unknown state', '{"seq":1,"chart":0,"state":"drawn"}'],
    ['more than 768 characters', text({ symbol: 'B'.repeat(768) })],
    ['a symbol of more than 64', text({ symbol: 'B'.repeat(65) })],
    ['a symbol that is no text', text({ symbol: 1 })],
    ['a chart too many', text({ chart: 4 })],
    ['half a chart', text({ chart: 0.5 })],
    ['a sequence of zero', text({ seq: 0 })],
    ['an endless number', text().replace('90000', '1e999')],
    ['a number as text', text({ from: '90000' })],
    ['a missing number', text({ from: null })],
    ['an empty range', text({ from: 94_000 })],
    ['a range beyond all prices', text({ to: 1e13 })],
    ['no word of the time', text({ time: null })],
    ['a fault of the time that is none', text({ time: 'late' })],
    ['a time axis that stands still', text({ time: { ...GEOMETRY.time, spacing: 0 } })],
    ['times in milliseconds', text({ time: { ...GEOMETRY.time, atS: 1_767_225_600_000 } })],
    ['a time axis with a key too many', text({ time: { ...GEOMETRY.time, y: 1 } })],
    ['a pane without height', text({ height: 1 })],
    ['a pane of a mile', text({ height: 9000 })],
    ['a pane far away', text({ x: 10_000 })],
    ['an unknown mode', text({ mode: 4 })],
    ['an offset in a linear mode', text({ offset: 1e-4 })],
    ['a logarithm of nothing', text({ mode: 1, from: 0 })],
    ['a prototype', `{"__proto__":{"seq":1},"chart":0,"state":"hidden"}`],
  ])('refuses %s', (_name, detail) => {
    expect(parseChartMessage(detail)).toBeNull();
  });
});

describe('createChartReader', () => {
  test('takes each sequence number once and in ascending order', () => {
    const read = createChartReader();
    expect(read(text({ seq: 5 }), 0)).not.toBeNull();
    expect(read(text({ seq: 5 }), 0)).toBeNull();
    expect(read(text({ seq: 4 }), 0)).toBeNull();
    expect(read(text({ seq: 6 }), 0)).not.toBeNull();
  });

  test('takes 240 messages a second, counts what it refuses, and goes on in the next second', () => {
    const read = createChartReader();
    for (let seq = 1; seq <= 239; seq += 1) read(text({ seq }), 1000);
    read('nonsense', 1500);
    expect(read(text({ seq: 1000 }), 1999)).toBeNull();
    expect(read(text({ seq: 1000 }), 2000)).not.toBeNull();
  });
});

test('a price is plausible on a scale from a fifth of its low to five times its high', () => {
  expect(isPlausible(GEOMETRY, 18_000)).toBe(true);
  expect(isPlausible(GEOMETRY, 17_999)).toBe(false);
  expect(isPlausible(GEOMETRY, 470_000)).toBe(true);
  expect(isPlausible(GEOMETRY, 470_001)).toBe(false);
});
