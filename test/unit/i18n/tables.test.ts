import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { GLANCE_ENGLISH } from '../../../core/i18n/glance-messages.en.ts';
import { PAGE_ENGLISH } from '../../../core/i18n/page-messages.en.ts';

const FOLDER = join(import.meta.dirname, '../../../core/i18n/en');

test('every file of messages is in a table, and no key stands in two of them', async () => {
  const files = readdirSync(FOLDER);
  const tables = await Promise.all(
    files.map((file) => import(join(FOLDER, file)) as Promise<Readonly<Record<string, object>>>),
  );
  const keys = tables.flatMap((table) => Object.values(table)).flatMap((messages) => Object.keys(messages));
  const said = [PAGE_ENGLISH, GLANCE_ENGLISH].flatMap((table) => Object.keys(table));
  const own = said.filter((key) => key !== 'range' && key !== 'either');

  expect(keys.toSorted()).toEqual(own.toSorted());
});
