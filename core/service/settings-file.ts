import { JsonLineError, parseJsonWithLines } from '../market/json-lines.ts';
import { readSettings } from './message-schema.ts';
import type { Settings } from '../ledger/stored.ts';

/** Settings as the text of a file. */
export const writeSettingsFile = (settings: Settings): string => `${JSON.stringify(settings, null, 2)}\n`;

/** A file's settings, or the line that is wrong and why; then nothing of it is taken. */
export type SettingsFile =
  | { readonly settings: Settings }
  | { readonly line: number; readonly reason: string };

export function readSettingsFile(text: string): SettingsFile {
  try {
    const { value, lineOf } = parseJsonWithLines(text.replace(/^\uFEFF/, ''));
    const read = readSettings(value);
    if ('settings' in read) return read;
    return {
      line: lineOf(read.path),
      reason: read.path === '' ? read.reason : `${read.path}: ${read.reason}`,
    };
  } catch (error) {
    if (error instanceof JsonLineError) return { line: error.line, reason: error.message };
    throw error;
  }
}
