import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../../entrypoints');
const MOST_LINES = 60;

const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path));

test('an entrypoint is wiring: none of its files has more than sixty lines', () => {
  const long = files.filter(
    (path) => readFileSync(join(ROOT, path), 'utf8').trimEnd().split('\n').length > MOST_LINES,
  );

  expect(files.length).toBeGreaterThan(20);
  expect(long).toEqual([]);
});
