import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Folder of real recordings beside the project, or null where it is absent: tests that need it are skipped by name. */
export function recordingsDir(): string | null {
  const folder = process.env['PLIMSOLL_DATA'] ?? resolve(import.meta.dirname, '../../../shared/data');
  return existsSync(folder) ? folder : null;
}
