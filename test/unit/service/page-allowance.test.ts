import { expect, test } from 'vitest';

import { createPageAllowance } from '../../../core/service/page-allowance.ts';

const NOW_MS = 1_000_000;

test('a page may leaf through ten markets at once, and then through one each two seconds', () => {
  const mayAsk = createPageAllowance();
  const atOnce = Array.from({ length: 100 }, () => mayAsk('tab', NOW_MS)).filter(Boolean);

  expect(atOnce).toHaveLength(10);
  expect(mayAsk('tab', NOW_MS + 1_999)).toBe(false);
  expect(mayAsk('tab', NOW_MS + 2_000)).toBe(true);
  expect(mayAsk('tab', NOW_MS + 2_000)).toBe(false);
});

test('another page is not charged for it', () => {
  const mayAsk = createPageAllowance();
  for (let asked = 0; asked < 100; asked += 1) mayAsk('tab', NOW_MS);

  expect(mayAsk('other tab', NOW_MS)).toBe(true);
});

test('a clock that is set back by a day shuts nobody out', () => {
  const mayAsk = createPageAllowance();
  mayAsk('tab', NOW_MS + 86_400_000);

  expect(mayAsk('tab', NOW_MS)).toBe(true);
});
