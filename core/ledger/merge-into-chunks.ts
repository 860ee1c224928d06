import { groupByChunk, mergeRows, type Row } from './chunks.ts';
import type { DatabaseChange, DatabasePort } from './ports.ts';

/** The chunks that `rows` change, under `prefix`. */
export async function mergeIntoChunks(
  { database }: { readonly database: DatabasePort },
  prefix: readonly [market: string, venue: string, kind: string],
  rows: readonly Row[],
  intervalS: number,
): Promise<{ readonly changes: readonly DatabaseChange[]; readonly firstChangeS: number | null }> {
  const changes: DatabaseChange[] = [];
  let firstChangeS: number | null = null;
  for (const [index, group] of groupByChunk(rows, intervalS)) {
    const key = [...prefix, index];
    const merged = mergeRows(await database.get('chunks', key), group, intervalS);
    if (merged.firstChangeS === null) continue;
    firstChangeS = Math.min(firstChangeS ?? Infinity, merged.firstChangeS);
    changes.push({ store: 'chunks', key, value: merged.chunk });
  }
  return { changes, firstChangeS };
}
