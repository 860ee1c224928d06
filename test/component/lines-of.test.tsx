import { expect, test } from 'vitest';

import { linesOf } from '../../components/overlay/painted-text.tsx';

const fits = (line: string) => line.length <= 12;

test('a text is broken between words, as much on a line as fits', () => {
  expect(linesOf('a position of yours', 3, fits)).toEqual(['a position', 'of yours']);
});

test('what has no room is left out, and an ellipsis says so', () => {
  expect(linesOf('a position of yours is near', 2, fits)).toEqual(['a position', 'of yours is…']);
});

test('a word that is longer than a line is cut where it is the last', () => {
  expect(linesOf('near liquidations', 1, fits)).toEqual(['near liquid…']);
});
