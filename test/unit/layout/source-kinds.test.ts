import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { sources as words } from '../../../core/i18n/en/sources.ts';
import { CHUNK_KINDS } from '../../../core/ledger/chunk-kinds.ts';
import { ASIDE_QUANTITIES } from '../../../core/ledger/tables/aside.ts';
import { STORE_NAMES } from '../../../core/ledger/tables/list.ts';
import { KINDS } from '../../../core/sources/kinds/list.ts';
import { filesThat, ROOT, sourceFiles } from './source-files.ts';

const FOLDER = 'core/sources/kinds/';
const ids = KINDS.map(({ id }) => id);

describe('a source kind is one file and one line', () => {
  test('every file of a kind is in the list', () => {
    const list = sourceFiles.find(({ path }) => path === `${FOLDER}list.ts`)!.text;
    const files = readdirSync(join(ROOT, FOLDER)).filter((file) => !['kind.ts', 'list.ts'].includes(file));

    expect(files.length).toBe(KINDS.length);
    expect(files.filter((file) => !list.includes(`'./${file}'`))).toEqual([]);
  });

  test('each has an id and a row of its own', () => {
    const rows = KINDS.map(({ id, keptAs = ['a market', id] }) => keptAs.join(' '));

    expect(new Set(ids).size).toBe(KINDS.length);
    expect(new Set(rows).size).toBe(KINDS.length);
  });

  test('each that a market is told of has a name, and nothing else has', () => {
    const told = KINDS.filter(({ id, keptAs = ['', id] }) => keptAs[1] === id && id !== 'tickers');
    const named = Object.keys(words).filter((key) => key.startsWith('kind.'));

    expect(named.toSorted()).toEqual(told.map(({ id }) => `kind.${id}`).toSorted());
  });

  test('what asks, tells and times the polls names none of them', () => {
    const derived = ['sources/ask-venue.ts', 'sources/source-status.ts', 'service/poll-market.ts'];
    const texts = sourceFiles.filter(({ path }) => derived.includes(path.slice('core/'.length)));

    expect(texts).toHaveLength(derived.length);
    for (const { path, text } of texts)
      expect([
        path,
        ids.filter((id) => id !== 'instruments').filter((id) => text.includes(`'${id}'`)),
      ]).toEqual([path, []]);
  });

  test('what asks and what keeps, lets go and takes back name none but where one is read for what it says', () => {
    const elsewhere: readonly string[] = [...ASIDE_QUANTITIES, ...STORE_NAMES, 'instruments', 'positions'];
    const names = [...new Set([...ids, ...Object.keys(CHUNK_KINDS)])].filter((id) => !elsewhere.includes(id));
    const naming = filesThat(
      new RegExp(`['"\`](${names.join('|')})['"\`]|^ +(${names.join('|')}): [{[]`, 'm'),
    );

    const shared = naming.filter(
      (path) => /^core\/(ledger|sources)\//.test(path) && !path.startsWith(FOLDER),
    );

    expect(new Set(shared)).toEqual(
      new Set([
        // The two homes: what rows are, and what an answer holds.
        'core/ledger/chunk-kinds.ts',
        'core/ledger/tables/sources.ts',
        // What rows of an earlier version said.
        'core/ledger/tables/chunks.ts',
        // Readers.
        'core/ledger/forced-orders/order-log.ts',
        'core/ledger/held-bars.ts',
        'core/ledger/last-close.ts',
        'core/ledger/read-bars.ts',
        'core/ledger/usual-depth.ts',
        'core/ledger/windows.ts',
        'core/sources/ask-again.ts',
      ]),
    );
  });
});
