import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { PUBLISHED_SCORES } from '../../../core/engine/skill/published.ts';

const README = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');

/** Nats of an hour by first passage in the table's row. */
const told = (row: string): number => {
  const cell =
    README.split('\n')
      .find((line) => line.startsWith(`| ${row}`))
      ?.split('|')[2] ?? '';
  return Number(/^ ([+-][\d.]+) \[/.exec(cell)?.[1]);
};

test('what the panel says of both maps is what the README says', () => {
  expect(PUBLISHED_SCORES.map).toBe(told('**expected-forced map**'));
  expect(PUBLISHED_SCORES.ladder).toBe(told('turnover at 10x to 100x, fading'));
  expect(README).toContain('27 January to 9 February 2026');
});
