import { expect, test } from 'vitest';

import { storable } from '../../../core/io/storable.ts';

test('what storage keeps is handed on as it is', () => {
  const report = { price: 94_766.1, warnings: [{ id: 'a', isQuiet: false }], context: null };

  expect(storable(report)).toBe(report);
});

test.each([
  [{ levels: [{ price: 1 }, { price: NaN }] }, '$.levels[1].price is NaN'],
  [{ map: { at: Infinity } }, '$.map.at is Infinity'],
  [{ map: new Float64Array(2) }, '$.map is [object Float64Array], which storage does not keep'],
  [[undefined], '$[0] is undefined, which storage does not keep'],
  [NaN, '$ is NaN'],
])('what storage would change is refused by its path: %o', (value, message) => {
  expect(() => storable(value)).toThrow(message);
});
