import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

import { RULES } from '../../../core/alerts/rules/list.ts';
import { rules } from '../../../core/i18n/en/rules.ts';
import { warnings } from '../../../core/i18n/en/warnings.ts';
import { settings } from '../../../core/ledger/settings/settings.ts';
import { panelSettings } from '../../../core/ledger/settings/panel-settings.ts';
import { QUESTIONS } from '../../../core/service/protocol/list.ts';
import { STORE_NAMES } from '../../../core/ledger/tables/list.ts';
import { filesThat, ROOT, sourceFiles as sources } from './source-files.ts';

describe('a warning rule is one file and one line', () => {
  const names: readonly string[] = RULES.flatMap((rule) => Object.keys(rule.settings));

  const WORDS = 'core/i18n/en/rules.ts';

  test.each(names)('%s is named in the file of its rule and in the words of rules alone', (name) => {
    const files = filesThat(new RegExp(`\\b${name}\\b`));

    expect(files).toHaveLength(2);
    expect(files[0]).toMatch(/^core\/alerts\/rules\//);
    expect(files[1]).toBe(WORDS);
  });

  test('the words of rules name those that there are, and no others', () => {
    const settingKeys = names.flatMap((name) => [`setting.${name}`, `setting.${name}.unit`]);

    expect(Object.keys(rules).sort()).toEqual(
      [...RULES.map(({ id }) => `rule.${id}`), ...settingKeys].sort(),
    );
  });

  test.each(RULES.map(({ id }) => id))('no file but its own asks whether a rule is %s', (id) => {
    expect(filesThat(new RegExp(`\\brule(Id)?\\s*(===|!==|:)\\s*'${id}'`))).toEqual([]);
  });

  test.each(RULES.map(({ id }) => id))('%s is in the list by its file', (id) => {
    expect(
      filesThat(new RegExp(`import \\{[^}]*\\} from '[^']*rules/${id}\\.ts'|from '\\./${id}\\.ts'`)),
    ).toContain('core/alerts/rules/list.ts');
  });

  test('every rule has words for its warnings, each a title and a text', () => {
    const codes = Object.keys(warnings).map((key) => key.replace(/^warning\.|\.(title|text)$/g, ''));
    const perCode = Map.groupBy(codes, (code) => code);

    expect([...perCode.values()].every(({ length }) => length === 2)).toBe(true);
    for (const { id } of RULES)
      expect(codes.some((code) => code === id || code.startsWith(`${id}.`))).toBe(true);
  });

  test('names of settings belong to one rule each', () => {
    expect(new Set(names).size).toBe(names.length);
  });

  test('each is on at first, can be switched, and has its numbers within what can be entered', () => {
    for (const { id, settings: numbers } of RULES) {
      const off = settings.change(null, { alerts: { rules: { [id]: false } } });
      expect([settings.fallback.alerts.rules[id], settings.restore(off).alerts.rules[id]]).toEqual([
        true,
        false,
      ]);
      for (const { schema, fallback, scale, least, most } of Object.values(numbers)) {
        const values = [fallback, least * scale, most * scale];
        expect(values.map((value) => v.is(schema, value))).toEqual([true, true, true]);
        expect(fallback).toBeGreaterThanOrEqual(least * scale);
        expect(fallback).toBeLessThanOrEqual(most * scale);
      }
    }
  });
});

describe('a setting is one file and one line, and a control', () => {
  const folder = 'core/ledger/settings/';
  const lists = ['settings.ts', 'panel-settings.ts'];
  const files = readdirSync(join(ROOT, folder)).filter((file) => !lists.includes(file));

  test.each(files)('%s is in one list: that of all, or that of the panel, which all take in', (file) => {
    const naming = sources.filter(
      ({ path, text }) => path.startsWith(folder) && text.includes(`{ ${nameOf(file)} } from './${file}'`),
    );

    expect(Object.keys(settings.fallback)).toContain(nameOf(file));
    expect(naming.filter(({ path }) => lists.includes(path.slice(folder.length)))).toHaveLength(1);
  });

  test('there is no setting without a file', () => {
    expect(Object.keys(settings.fallback).toSorted()).toEqual(files.map(nameOf).toSorted());
  });

  test('what the panel reads comes into its store without being named', () => {
    const { text } = sources.find(({ path }) => path === 'components/page/chosen-settings.ts')!;
    const names = Object.keys(panelSettings.fallback).filter((name) => name !== 'theme');

    expect(names.filter((name) => new RegExp(`\\b${name}\\b`).test(text))).toEqual([]);
  });

  test.each(Object.keys(settings.fallback).filter((name) => name !== 'version'))(
    'the user can change %s in a view',
    (name) => {
      const changes = filesThat(new RegExp(`[cC]hange\\(\\{ ${name}\\b`));

      expect(changes.filter((path) => /^(components|entrypoints)\//.test(path))).not.toEqual([]);
    },
  );

  test('messages and files of settings name none of them', () => {
    const derived = ['core/ledger/settings-file.ts', 'core/io/user-items.ts', 'core/io/user-item.ts'];
    const names = Object.keys(settings.fallback).filter((name) => name !== 'version');

    for (const { path, text } of sources.filter((one) => derived.includes(one.path)))
      expect([path, names.filter((name) => new RegExp(`\\b${name}\\b`).test(text))]).toEqual([path, []]);
  });
});

describe('a question to the background is one entry in the file of its subject', () => {
  const folder = 'core/service/protocol/';
  const kinds = Object.keys(QUESTIONS);

  test('every entry of every subject is in the list, and no two have one name', () => {
    const entries = sources
      .filter(({ path }) => path.startsWith(folder))
      .flatMap(({ text }) => [...text.matchAll(/^  '?([a-z-]+)'?: from(?:Page|Own)\(/gm)])
      .map(([, kind = '']) => kind);

    expect(entries.toSorted()).toEqual(kinds.toSorted());
  });

  test('what sends, hears and answers messages names none of them', () => {
    const derived = [
      `${folder}list.ts`,
      `${folder}answer-message.ts`,
      'entrypoints/background/hear-views.ts',
      'entrypoints/shared/ask-worker.ts',
    ];
    const texts = sources.filter(({ path }) => derived.includes(path)).map(({ text }) => text);

    expect(texts).toHaveLength(derived.length);
    expect(kinds.filter((kind) => texts.some((text) => text.includes(`'${kind}'`)))).toEqual([]);
  });
});

describe('a kept fact is one file and one line', () => {
  const folder = 'core/ledger/tables/';
  const fileOf = (name: string): string =>
    `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`;
  const shared = ['table.ts', 'list.ts', 'fault.ts'];
  const files = sources.filter(({ path }) => path.startsWith(folder));
  const others = sources.filter(({ path }) => !path.startsWith(folder));

  test('every table is a file of its name, and every file a table of the list', () => {
    expect(files.map(({ path }) => path.slice(folder.length)).toSorted()).toEqual(
      [...STORE_NAMES.map(fileOf), ...shared].toSorted(),
    );
  });

  test.each(STORE_NAMES)('%s is made in its file alone, and named once in the list', (name) => {
    expect(filesThat(new RegExp(`\\bconst ${name} = table\\(`))).toEqual([`${folder}${fileOf(name)}`]);
    const { text } = files.find(({ path }) => path === `${folder}list.ts`)!;
    expect(text.match(new RegExp(`^  ${name}\\b.*$`, 'gm'))).toEqual([`  ${name},`]);
  });

  test('what a row holds is described nowhere else', () => {
    const types = files.flatMap(({ text }) =>
      [...text.matchAll(/export (?:interface|type) (\w*(?:Row|Chunk))\b/g)].map(([, name = '']) => name),
    );
    const again = new RegExp(`\\b(interface|type) (${types.join('|')})\\b( =| \\{)`);

    expect(types).toContain('SourceRow');
    expect(others.filter(({ text }) => again.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test('nothing but the list says something of several tables at once', () => {
    const names = STORE_NAMES.join('|');
    const several = new RegExp(`'(${names})',\\s+'(${names})'|Record<StoreName\\b|Partial<Stores>`);

    expect(others.filter(({ text }) => several.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

/** `map-choices.ts` holds `mapChoices`. */
function nameOf(file: string): string {
  return file.replace(/\.ts$/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
