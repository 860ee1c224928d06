import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { RULES } from '../../../core/alerts/rules/list.ts';
import { ENGLISH } from '../../../core/i18n/messages.en.ts';

const ROOT = join(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Folders of views in which positions of the user stand. */
const views = ['account', 'popup', 'sidepanel'].flatMap((folder) =>
  readdirSync(join(ROOT, 'components', folder))
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `components/${folder}/${file}`),
);
/** Files of what is said of them. */
const words = readdirSync(join(ROOT, 'core/i18n/en'))
  .filter((file) => /^(accounts|popup|position|side-panel|plan|scenario)/.test(file))
  .map((file) => `core/i18n/en/${file}`);

/** What they say of the market's dollars. */
const OF_MARKET = {
  views: ['components/popup/path-section.tsx'],
  words: /^(path|stops\.forced|text\.path)/,
};

describe('the user’s own amounts can be hidden, as one place writes them (useOwn)', () => {
  test('no view of positions writes dollars otherwise, but the market’s', () => {
    const writing = views.filter((path) => /\bformatUsd|\busdText|\bformatUsdRange/.test(read(path)));

    expect(views.length).toBeGreaterThan(40);
    expect(writing).toEqual(OF_MARKET.views);
  });

  test('no view of positions writes a number of coins or dollars in full otherwise', () => {
    const writing = views.filter((path) =>
      read(path)
        .replaceAll(/\.text\(\s*[\w.]+(\([\w]+\))?\.toLocaleString\(/g, '')
        .includes('toLocaleString('),
    );

    expect(writing).toEqual([]);
  });

  test('no sentence about a position writes dollars itself, but the market’s', () => {
    const keys = words.flatMap((path) =>
      [...read(path).matchAll(/^ {2}'([\w.-]+)':((?:(?!^ {2}').)*)/gms)].flatMap(([, key = '', text = '']) =>
        text.includes(':usd}') ? [key] : [],
      ),
    );

    expect(words.length).toBeGreaterThan(5);
    expect(keys.length).toBeGreaterThan(2);
    expect(keys.filter((key) => !OF_MARKET.words.test(key))).toEqual([]);
  });

  test('no warning about a position names an amount', () => {
    const own = RULES.flatMap((rule) => ('isOwn' in rule && rule.isOwn ? [rule.id] : []));
    const said = Object.entries(ENGLISH).filter(([key]) => own.some((id) => key.startsWith(`warning.${id}`)));

    expect(said.length).toBeGreaterThan(4);
    expect(said.filter(([, text]) => /:(usd|number)\}/.test(JSON.stringify(text)))).toEqual([]);
  });
});
