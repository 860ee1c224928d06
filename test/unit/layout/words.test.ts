import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');

/** What is told by codes and figures, whose words stand in core/i18n. */
const FOLDERS = [
  'components',
  'core/alerts',
  'core/cascade',
  'core/context',
  'core/engine',
  'core/io',
  'core/ledger',
  'core/levels',
  'core/market',
  'core/messengers',
  'core/report',
  'core/risk',
  'core/screener',
  'core/service',
  'core/sites',
  'core/sources',
  'core/venues',
  'entrypoints',
];

/** Texts of several words that are no sentences for a user. */
const NAMED: readonly { readonly where: RegExp; readonly text: RegExp }[] = [
  // Countries, as a venue names its hosts.
  { where: /^core\/venues\/\w+\/hosts\.ts$/, text: /^(European Economic|United |a second name)/ },
  // Names of assets, shares and exchanges, and where it is known from what a feed tells.
  {
    where: /^core\/(market\/asset-names|context\/share-hours|sites\/tradingview)\.ts$/,
    text: /^[A-Z0-9 ]+$/,
  },
  {
    where: /^core\/market\/feeds\.ts$/,
    text: /^(the venue: |an aggregator's notes |near the |recordings of )/,
  },
  // What columns are called on pages, in their languages.
  { where: /^core\/sites\/position-table\/column-words\.ts$/, text: /\|/ },
  // What the browser asks of its extensions, and for the error that names the field.
  { where: /^core\/io\/sound\.ts$/, text: /^Plays the tone of a warning$/ },
  { where: /^core\/io\/storable\.ts$/, text: /^ is 0, which storage does not keep$/ },
  // What was expected of a venue's answer, for the error that names the field.
  { where: /^core\/venues\//, text: /^(an?|at (least|most)|more than|the cap) / },
];

const isNamed = (file: string, text: string): boolean =>
  NAMED.some((one) => one.where.test(file) && one.text.test(text));

/** Texts of three words or more; errors and logs for developers and names of classes left out. */
function sentencesIn(source: string, file: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== 'object' || node === null) return;
    const { type, name, value, callee, quasis } = node as {
      readonly type?: string;
      readonly name?: { readonly name?: string };
      readonly value?: unknown;
      readonly callee?: { readonly name?: string; readonly object?: { readonly name?: string } };
      readonly quasis?: readonly { readonly value: { readonly cooked: string } }[];
    };
    if (type === 'NewExpression' && callee?.name?.endsWith('Error')) return;
    if (type === 'CallExpression' && callee?.object?.name === 'console') return;
    if (type === 'JSXAttribute' && name?.name === 'class') return;
    const text =
      (type === 'Literal' || type === 'JSXText') && typeof value === 'string'
        ? value.replaceAll(/\s+/g, ' ')
        : type === 'TemplateLiteral'
          ? quasis!.map((part) => part.value.cooked).join('0')
          : '';
    if (/[\p{L}\d,.:;]+ [\p{L}\d]+ \p{L}/u.test(text) && !isNamed(file, text)) found.push(text);
    Object.values(node).forEach(visit);
  };
  visit(parseSync(file, source).program);
  return found;
}

describe('words stand in core/i18n', () => {
  test.each(FOLDERS)('there is no sentence in %s', (folder) => {
    const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => `${folder}/${path}`);
    const sentences = files.flatMap((file) =>
      sentencesIn(readFileSync(join(ROOT, file), 'utf8'), file).map((text) => `${file}: ${text}`),
    );

    expect(files.length).toBeGreaterThan(2);
    expect(sentences).toEqual([]);
  });

  test('a sentence would be found, in a template too, and what is for developers is none', () => {
    const source = [
      "const told = 'Nothing new today';",
      'const also = `Price ${price} was reached`;',
      "throw new RangeError('not a positive number');",
      "console.warn('could not be read');",
      '// A comment is no text.',
    ].join('\n');

    expect(sentencesIn(source, 'core/report/any.ts')).toEqual(['Nothing new today', 'Price 0 was reached']);
  });

  test('a sentence of an element would be found, in what it holds and what it is told by', () => {
    const source =
      '<p class="notice warn warning" title="Read once a day">\n  Kept on\n  this device.\n</p>;';

    expect(sentencesIn(source, 'components/popup/any.tsx')).toEqual([
      'Read once a day',
      ' Kept on this device. ',
    ]);
  });
});
