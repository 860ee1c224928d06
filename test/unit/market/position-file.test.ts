import { describe, expect, test } from 'vitest';

import { mergePositions, readPositionFile, writePositionFile } from '../../../core/market/position-file.ts';
import type { SavedPosition } from '../../../core/market/position.ts';
import { buildPosition } from '../../support/sample-position.ts';

const inverse = buildPosition({
  id: 'coins',
  contract: 'inverse',
  margin: { kind: 'base', base: 0.1 },
  walletBalanceBase: null,
  addedMarginBase: 0.01,
});

describe('a file of positions', () => {
  test('reads back what was written', () => {
    const positions = [buildPosition(), inverse];

    expect(readPositionFile(writePositionFile(positions))).toEqual({ positions });
  });

  test('of the first version is a bare array', () => {
    expect(readPositionFile(JSON.stringify([buildPosition()]))).toEqual({ positions: [buildPosition()] });
  });

  test.each([
    ['breaks off', '{\n "version": 2,\n "positions": [', 3, 'the file ends too early'],
    ['has a comma too much', '[\n1,\n]', 3, 'unexpected "]"'],
    ['has words after its end', '[]\nx', 2, 'unexpected "x" after the end'],
    ['is another file', '{"name": "x"}', 1, 'version: is missing: this is no file of positions'],
    [
      'is of the future',
      '{\n"version": 3, "positions": []}',
      2,
      'version: 3 is newer than this extension knows; update it first',
    ],
    ['is deeply nested', '['.repeat(100), 1, 'nested too deep'],
  ])('that %s is refused with the line', (_what, text, line, reason) => {
    expect(readPositionFile(text)).toEqual({ line, reason });
  });

  test('with a wrong field is refused with the line of that field', () => {
    const text = writePositionFile([buildPosition(), buildPosition({ id: 'b', entryPrice: -1 })]);
    const line = text.split('\n').findIndex((one) => one.includes('-1')) + 1;

    expect(readPositionFile(text)).toEqual({
      line,
      reason: 'positions[1].entryPrice: must be more than zero',
    });
  });

  test('with a missing field is refused with the line of its position', () => {
    const { side: _side, ...rest } = buildPosition();

    expect(readPositionFile(`[\n${JSON.stringify(rest)}]`)).toEqual({
      line: 2,
      reason: '[0].side: is missing',
    });
  });

  test('with one id twice is refused', () => {
    const text = writePositionFile([buildPosition(), buildPosition()]);

    expect(readPositionFile(text)).toMatchObject({ reason: 'positions[1].id: stands twice in the file' });
  });

  test('reads texts with escapes, exponents and a byte order mark as JSON does', () => {
    const text = JSON.stringify([buildPosition()]).replace('91500', '9.15e4').replace('"BTC"', '"\\u0042TC"');

    expect(readPositionFile(`\uFEFF${text}`)).toEqual({ positions: [buildPosition()] });
  });
});

describe('importing', () => {
  test('replaces the position of the same id and keeps every other', () => {
    const [a, b] = [buildPosition({ id: 'a' }), buildPosition({ id: 'b' })];
    const changed: SavedPosition = { ...b, entryPrice: 90_000 };
    const added = buildPosition({ id: 'c' });

    expect(mergePositions([a, b], [changed, added])).toEqual([a, changed, added]);
  });

  test('takes nothing where there would be more than fifty', () => {
    const many = Array.from({ length: 50 }, (_, index) => buildPosition({ id: String(index) }));

    expect(mergePositions(many, [buildPosition({ id: 'new' })])).toBeNull();
  });
});
