import { describe, expect, test } from 'vitest';

import { positionProblem } from '../../../components/popup/position-draft.ts';
import { faultWords } from '../../../core/i18n/fault-words.ts';
import { readPositionFile, writePositionFile } from '../../../core/market/position-file.ts';
import type { SavedPosition } from '../../../core/market/position.ts';
import { buildPosition } from '../../support/sample-position.ts';

const inverse = buildPosition({
  id: 'coins',
  contract: 'inverse',
  margin: { kind: 'base', base: 0.1 },
  walletBalanceBase: null,
  addedMarginBase: 0.01,
});

/** What a file says, its faults in words. */
function read(text: string) {
  const file = readPositionFile(text, positionProblem);
  if ('line' in file) return { line: file.line, reason: faultWords(file.reason, file.field) };
  const refused = file.refused.map(({ position, line, field, reason }) => ({
    position,
    line,
    reason: faultWords(reason, field),
  }));
  return { positions: file.positions, refused };
}

describe('a file of positions', () => {
  test('reads back what was written', () => {
    const positions = [buildPosition(), inverse, buildPosition({ id: 'shown', isExample: true })];

    expect(read(writePositionFile(positions))).toEqual({ positions, refused: [] });
  });

  test('of the first version is a bare array', () => {
    expect(read(JSON.stringify([buildPosition()]))).toEqual({
      positions: [buildPosition()],
      refused: [],
    });
  });

  test.each([
    ['breaks off', '{\n "version": 2,\n "positions": [', 3, 'the file ends too early'],
    ['has a comma too much', '[\n1,\n]', 3, 'unexpected "]"'],
    ['has words after its end', '[]\nx', 2, 'unexpected "x" after the end'],
    ['is another file', '{"name": "x"}', 1, 'version: this is no file of positions'],
    [
      'is of the future',
      '{\n"version": 3, "positions": []}',
      2,
      'version: 3 is newer than this extension knows; update it first',
    ],
    ['is deeply nested', '['.repeat(100), 1, 'nested too deep'],
  ])('that %s is refused with the line', (_what, text, line, reason) => {
    expect(read(text)).toEqual({ line, reason });
  });

  test('with a wrong field loses that position alone, named by its place, line and field', () => {
    const good = [buildPosition(), buildPosition({ id: 'c' })];
    const text = writePositionFile([
      buildPosition(),
      buildPosition({ id: 'b', entryPrice: -1 }),
      buildPosition({ id: 'c' }),
    ]);
    const line = text.split('\n').findIndex((one) => one.includes('-1')) + 1;

    expect(read(text)).toEqual({
      positions: good,
      refused: [{ position: 2, line, reason: 'entryPrice: must be more than zero' }],
    });
  });

  test('with a missing field names the line of that position', () => {
    const { side: _side, ...rest } = buildPosition();

    expect(read(`[\n${JSON.stringify(rest)}]`)).toEqual({
      positions: [],
      refused: [{ position: 1, line: 2, reason: 'side: is missing' }],
    });
  });

  test('holds targets with their shares; one of before them has none', () => {
    const ladder = buildPosition({
      targets: [
        { price: 95_000, share: 0.5 },
        { price: 99_000, share: 0.25 },
      ],
    });

    expect(read(writePositionFile([ladder]))).toEqual({ positions: [ladder], refused: [] });
  });

  test.each([
    ['a share of nothing', [{ price: 95_000, share: 0 }], 'targets[0].share: must be more than zero'],
    ['no price', [{ share: 1 }], 'targets[0].price: is missing'],
    [
      'shares of more than the whole',
      [
        { price: 95_000, share: 0.75 },
        { price: 99_000, share: 0.5 },
      ],
      'targets[1].share: the shares are more than the whole',
    ],
    ['one that is no list', 95_000, 'targets: expected a list'],
    [
      'eleven',
      Array.from({ length: 11 }, () => ({ price: 95_000, share: 0.01 })),
      'targets: has more than 10',
    ],
  ])('refuses a position whose targets have %s', (_what, targets, reason) => {
    expect(read(JSON.stringify([{ ...buildPosition(), targets }]))).toMatchObject({
      positions: [],
      refused: [{ position: 1, reason }],
    });
  });

  test('with one id twice keeps the first', () => {
    expect(read(writePositionFile([buildPosition(), buildPosition()]))).toMatchObject({
      positions: [buildPosition()],
      refused: [{ position: 2, reason: 'id: stands twice in the file' }],
    });
  });

  const cross = { marginMode: 'cross', walletBalanceUsd: 1_000 } as const;
  test.each<[string, Partial<SavedPosition>, string]>([
    ['a leverage', { margin: { kind: 'leverage', leverage: 1_000 } }, 'margin: At most 500×.'],
    ['a leverage below one', { margin: { kind: 'leverage', leverage: 0.5 } }, 'margin: At least 1×.'],
    ['a horizon', { horizonHours: 10_000 }, 'horizonHours: At most 720 h.'],
    ['an added margin below zero', { addedMarginUsd: -5 }, 'addedMargin: Not a number, such as 1,234.5.'],
    ['a wallet that is not there', { ...cross, walletBalanceUsd: null }, 'walletBalance: is missing'],
    ['an empty wallet', { ...cross, walletBalanceUsd: 0 }, 'walletBalance: Must be more than zero.'],
    ['a symbol as coin', { base: 'BTCUSDT' }, 'base: There is no coin BTCUSDT.'],
    ['a venue', { venue: 'nowhere' }, 'venue: The formula of nowhere is not known.'],
    ['a contract', { venue: 'dydx', contract: 'inverse' }, 'contract: dYdX settles in dollars only.'],
  ])('obeys the limits of the form: %s', (_what, overrides, reason) => {
    const text = writePositionFile([buildPosition({ id: 'a' }), buildPosition({ id: 'b', ...overrides })]);

    expect(read(text)).toMatchObject({
      positions: [buildPosition({ id: 'a' })],
      refused: [{ position: 2, reason }],
    });
  });

  test('reads texts with escapes, exponents and a byte order mark as JSON does', () => {
    const text = JSON.stringify([buildPosition()]).replace('91500', '9.15e4').replace('"BTC"', '"\\u0042TC"');

    expect(read(`\uFEFF${text}`)).toEqual({
      positions: [buildPosition()],
      refused: [],
    });
  });
});
