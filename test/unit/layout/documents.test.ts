import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const DOCUMENTS = ['ARCHITECTURE.md', 'CONTRIBUTING.md', 'test/exchange/README.md'];

/** Paths of the project in inline code or links; those of examples in blocks need not exist. */
function pathsIn(document: string): readonly string[] {
  const text = readFileSync(join(ROOT, document), 'utf8').replaceAll(/^```[\s\S]*?^```/gm, '');
  const named = [...text.matchAll(/`((?:core|components|entrypoints|test)\/[^`\s]*)`/g)];
  const linked = [...text.matchAll(/\]\(([^):]+)\)/g)];
  return [...named, ...linked].map(([, path = '']) => path);
}

test.each(DOCUMENTS)('every path that %s names exists', (document) => {
  const paths = pathsIn(document);

  expect(paths.length).toBeGreaterThan(5);
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});
