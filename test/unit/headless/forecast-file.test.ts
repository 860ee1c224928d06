import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

import { readForecasts } from '../../../core/headless/forecast-file.ts';

const dir = mkdtempSync(join(tmpdir(), 'forecast-file-'));
afterAll(() => rmSync(dir, { recursive: true }));

const LINE = {
  t: 1_769_479_200,
  price: 88_000,
  logStep: 0.001,
  firstBin: 11_380,
  long: [1, 2],
  short: [3, 4],
};

function read(...lines: readonly object[]) {
  const file = join(dir, 'forecast.jsonl');
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return readForecasts(file);
}

test('a forecast file is read in its order', () => {
  const { t, ...map } = LINE;

  expect(read({ ...LINE, t: t + 3600 }, LINE)).toEqual([
    { atS: t + 3600, ...map },
    { atS: t, ...map },
  ]);
});

describe('a forecast file is refused, by row and column,', () => {
  test.each([
    ['where a time stands twice', [LINE, LINE], 'row 2, column t: 1769479200 stands twice'],
    [
      'where seconds become milliseconds',
      [LINE, { ...LINE, t: LINE.t * 1000 }],
      'row 2, column t: 1769479200000: expected epoch seconds',
    ],
    ['where a price is none', [{ ...LINE, price: -1 }], 'row 1, column price: -1 is below'],
    [
      'where a price is beyond all prices',
      [{ ...LINE, price: 1e300 }],
      'row 1, column price: 1e+300 is above',
    ],
    [
      'where an amount is beyond all dollars',
      [{ ...LINE, long: [1e300] }],
      'row 1, column long: not a list of amounts',
    ],
    ['where it holds none', [], 'row 1: no forecasts'],
  ])('%s', (_what, lines, message) => {
    expect(() => read(...lines)).toThrow(message);
  });
});
