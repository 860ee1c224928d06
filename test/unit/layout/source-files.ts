import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../../..');

/** What the extension is made of; paths from the root. */
export const sourceFiles: readonly { readonly path: string; readonly text: string }[] = [
  'core',
  'components',
  'entrypoints',
].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path: `${folder}/${path}`, text: readFileSync(join(ROOT, folder, path), 'utf8') })),
);

/** Paths of those whose text has `pattern`. */
export const filesThat = (pattern: RegExp): readonly string[] =>
  sourceFiles.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
