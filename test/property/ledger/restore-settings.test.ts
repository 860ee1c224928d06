import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { settings } from '../../../core/ledger/settings/settings.ts';
import { SETTINGS_OF_0_2_0 } from '../../support/stored-settings.ts';

const { restore } = settings;
const whole = restore(SETTINGS_OF_0_2_0);

type Fields = Readonly<Record<string, unknown>>;

/** Paths of the parts that stand for themselves: settings, rules and numbers of warnings, parts of the answer about sockets. */
const PATHS: readonly (readonly string[])[] = Object.entries(SETTINGS_OF_0_2_0).flatMap(([name, value]) => {
  if (name === 'alerts')
    return Object.keys(value as Fields).flatMap((part) =>
      part === 'rules'
        ? Object.keys(SETTINGS_OF_0_2_0.alerts.rules).map((rule) => [name, part, rule])
        : [[name, part]],
    );
  return name === 'listening' || name === 'hosts'
    ? Object.keys(value as Fields).map((part) => [name, part])
    : [[name]];
});

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((part, name) => (part as Fields)[name], value);

const withPart = (value: unknown, [name = '', ...rest]: readonly string[], part: unknown): Fields => {
  const fields = value as Fields;
  return { ...fields, [name]: rest.length === 0 ? part : withPart(fields[name], rest, part) };
};

describe('stored settings', () => {
  test('lose by any mutilation no part but the mutilated one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PATHS), fc.anything(), (path, damage) => {
        const restored = restore(withPart(SETTINGS_OF_0_2_0, path, damage));

        expect(withPart(restored, path, null)).toEqual(withPart(whole, path, null));
        expect(at(restored, path)).toBeDefined();
      }),
      { seed: 11, numRuns: 2000 },
    );
  });

  test('of any kind are read without an error, and again the same after a change', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        const restored = restore(stored);

        expect(restore(settings.change(stored, {}))).toEqual(restored);
      }),
      { seed: 11, numRuns: 500 },
    );
  });
});
