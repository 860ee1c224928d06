import * as v from 'valibot';

import { settings, type Settings } from './settings/settings.ts';
import { JsonLineError, parseJsonWithLines } from '../market/json-lines.ts';

/** Settings as the text of a file. */
export const writeSettingsFile = (value: Settings): string => `${JSON.stringify(value, null, 2)}\n`;

/**
 * A file's settings, or the line that is wrong; then nothing of it is taken. `path` names the field that is not what it has
 * to be; null where the text is no JSON.
 */
export type SettingsFile =
  | { readonly settings: Settings }
  | { readonly line: number; readonly path: string | null };

/** What a file of an earlier version does not say is as at first. */
const file = v.intersect([settings.schema, v.looseObject({ version: v.number() })]);

export function readSettingsFile(text: string): SettingsFile {
  try {
    const { value, lineOf } = parseJsonWithLines(text.replace(/^\uFEFF/, ''));
    const read = v.safeParse(file, value);
    if (read.success) return { settings: settings.restore(read.output) };
    const [issue] = read.issues;
    const path = (v.getDotPath(issue) ?? '').replace(/\.(\d+)(?=\.|$)/g, '[$1]');
    return { line: lineOf(path), path };
  } catch (error) {
    if (error instanceof JsonLineError) return { line: error.line, path: null };
    throw error;
  }
}
