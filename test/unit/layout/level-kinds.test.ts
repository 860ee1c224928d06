import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { levels as words } from '../../../core/i18n/en/levels.ts';
import { averageTrueRange } from '../../../core/levels/daily-candle.ts';
import type { LevelKind, Moment } from '../../../core/levels/kinds/kind.ts';
import { LEVEL_KINDS } from '../../../core/levels/kinds/list.ts';
import { findSwings } from '../../../core/levels/swings.ts';
import { buildCandles } from '../levels/build-candles.ts';
import { filesThat, ROOT, sourceFiles } from './source-files.ts';

const FOLDER = 'core/levels/kinds/';
const IDS = LEVEL_KINDS.map(({ id }) => id);

/** 400 days of waves, each with a high and a low, and a cluster on each side. */
const WAVES = buildCandles(
  Array.from({ length: 400 }, (_, day) => {
    const close = 100 + 20 * Math.sin(day / 10);
    return [close + 1, close - 1, close];
  }),
);
const cluster = { id: '0', low: 99, high: 101, shareOfSide: 0.5 };
const atr = averageTrueRange(WAVES) ?? NaN;
const moment: Moment = {
  nowS: (WAVES.at(-1)?.openTimeS ?? 0) + 86_400,
  closed: WAVES,
  atr,
  swings: findSwings(WAVES, atr),
  clusters: [
    { ...cluster, side: 'long' },
    { ...cluster, side: 'short' },
  ],
};

describe('a kind of level is one file and one line', () => {
  test('every file of a kind is in the list', () => {
    const files = readdirSync(join(ROOT, FOLDER)).filter((file) => !['kind.ts', 'list.ts'].includes(file));
    const list = sourceFiles.find(({ path }) => path === `${FOLDER}list.ts`)!.text;

    expect(files.toSorted()).toEqual(IDS.map((id) => `${id}.ts`).toSorted());
    expect(files.filter((file) => !list.includes(`'./${file}'`))).toEqual([]);
  });

  test.each(IDS)('%s is named in its file alone', (id) => {
    expect(filesThat(new RegExp(`['"\`]${id}['"\`]`))).toEqual([`${FOLDER}${id}.ts`]);
  });

  test('what looks for levels imports no kind by itself', () => {
    expect(filesThat(new RegExp(`kinds/(${IDS.join('|')})\\.ts'`))).toEqual([]);
  });

  test.each(LEVEL_KINDS)('what $id says has words', (kind) => {
    const told = sourcesOf(kind);

    expect(told).not.toEqual([]);
    expect(told.filter((source) => wordOf(source) === undefined)).toEqual([]);
  });

  test('there are words for nothing else', () => {
    const said = new Set(LEVEL_KINDS.flatMap(sourcesOf).map(wordOf));
    const keys = Object.keys(words).filter((key) => key.startsWith('level-source.'));

    expect(said).toEqual(new Set(keys));
  });
});

const sourcesOf = ({ ofDays, ofMoment }: LevelKind): readonly string[] =>
  [...(ofDays?.(WAVES) ?? []), ...(ofMoment?.(moment) ?? [])].flatMap(({ sources }) => sources);

/** The key of what a view says of a source; undefined where there is none. */
function wordOf(source: string): string | undefined {
  const [code, first] = source.split(' ');
  return [`level-source.${code}`, `level-source.${code}.${first}`].find((key) => Object.hasOwn(words, key));
}
