import { CHUNK_KINDS, type ChunkKind } from './chunk-kinds.ts';
import type { DatabaseChange, DatabasePort } from './ports.ts';
import { type Chunk, CHUNK_ROWS } from './tables/chunks.ts';

/** One row of a series: when it opens, and its columns; null where unknown. */
export type Row = Readonly<Record<string, number | null>> & { readonly openTimeS: number };

/** The chunks that `rows` change, under `prefix`, and the earliest open time whose values changed; null if none did. */
export async function mergeIntoChunks(
  { database }: { readonly database: DatabasePort },
  prefix: readonly [market: string, venue: string, kind: ChunkKind],
  rows: readonly Row[],
): Promise<{ readonly changes: readonly DatabaseChange[]; readonly firstChangeS: number | null }> {
  const { intervalS } = CHUNK_KINDS[prefix[2]];
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

/** The chunk that holds the row that opens at `openTimeS`. */
const chunkIndex = (openTimeS: number, intervalS: number): number =>
  Math.floor(openTimeS / (CHUNK_ROWS * intervalS));

/** `rows` by the chunk that holds them. */
function groupByChunk(rows: readonly Row[], intervalS: number): ReadonlyMap<number, readonly Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const index = chunkIndex(row.openTimeS, intervalS);
    const group = groups.get(index);
    if (group === undefined) groups.set(index, [row]);
    else group.push(row);
  }
  return groups;
}

/** `chunk` with `rows` written over what was there. */
function mergeRows(
  chunk: Chunk | null,
  rows: readonly Row[],
  intervalS: number,
): { readonly chunk: Chunk; readonly firstChangeS: number | null } {
  const columns: Record<string, Float64Array> = {};
  for (const [name, column] of Object.entries(chunk?.columns ?? {})) {
    if (column.length === CHUNK_ROWS) columns[name] = column.slice();
  }
  let firstChangeS: number | null = null;
  for (const { openTimeS, ...values } of rows) {
    const slot = (openTimeS / intervalS) % CHUNK_ROWS;
    for (const [name, told] of Object.entries(values)) {
      const value = told ?? NaN;
      columns[name] ??= new Float64Array(CHUNK_ROWS).fill(NaN);
      if (Object.is(columns[name][slot], value)) continue;
      columns[name][slot] = value;
      firstChangeS = Math.min(firstChangeS ?? openTimeS, openTimeS);
    }
  }
  return { chunk: { columns }, firstChangeS };
}
