import { BAR_COLUMNS, type Bars } from '../market/bars.ts';
import { lowerBound } from '../market/lower-bound.ts';
import type { VenueId } from '../market/venue-id.ts';
import { CHUNK_ROWS } from './tables/chunks.ts';
import { grownColumn } from './grown-column.ts';
import type { DatabasePort } from './ports.ts';
import { OPEN_INTEREST_KINDS, readBars, readBarsOfChunk } from './read-bars.ts';
import type { ChunkNews } from './row-memory.ts';
import { type ShareColumn, standsIn } from './shared-columns.ts';
import { CHUNK_KINDS } from './chunk-kinds.ts';

/** Open times, the end excluded. */
interface Range {
  readonly fromS: number;
  readonly untilS: number;
}

interface Held {
  /** As of when, by the news of chunks. */
  readonly time: number;
  readonly range: Range;
  readonly bars: Bars;
}

const CHUNK_S = CHUNK_ROWS * CHUNK_KINDS.candles.intervalS;

/**
 * Reads the five-minute bars of one market's venues and holds them: of what was read before only the chunks that were
 * written since are read again. The same object for as long as no bar in it changes; columns may be those of other bars.
 */
export function createHeldBars(
  market: string,
  news: ChunkNews,
  share: ShareColumn,
): (database: DatabasePort, venue: VenueId, range: Range) => Promise<Bars> {
  const heldBy = new Map<VenueId, Held>();
  return async (database, venue, range) => {
    const time = news.now();
    const held = heldBy.get(venue);
    const written = held === undefined ? null : writtenSince(news, market, venue, held, range);
    let bars: Bars;
    if (held === undefined || written === null)
      bars = await readBars(database, market, venue, 'candles', range);
    else {
      const read = written.map(async (index) => ({
        fromS: index * CHUNK_S,
        bars: await readBarsOfChunk(database, market, venue, index, range),
      }));
      bars = (await Promise.all(read)).reduce(withChunk, held.bars);
    }
    if (bars !== held?.bars) bars = withShared(bars, share);
    heldBy.set(venue, { time, range, bars });
    return bars;
  };
}

/** Chunks to read once more; null where all are. */
function writtenSince(
  news: ChunkNews,
  market: string,
  venue: VenueId,
  held: Held,
  { fromS, untilS }: Range,
): readonly number[] | null {
  if (fromS !== held.range.fromS || untilS < held.range.untilS) return null;
  const indices = new Set<number>();
  for (const kind of ['candles', ...OPEN_INTEREST_KINDS]) {
    const since = news.since([market, venue, kind], held.time);
    if (since === null) return null;
    since.forEach((index) => indices.add(index));
  }
  for (let timeS = held.range.untilS; timeS < untilS; timeS += CHUNK_KINDS.candles.intervalS)
    indices.add(Math.floor(timeS / CHUNK_S));
  return [...indices].filter((index) => index * CHUNK_S < untilS && (index + 1) * CHUNK_S > fromS);
}

/** `bars` with those of the chunk that begins at `fromS` in place of what they had of it; the same object where it is the same. */
function withChunk(bars: Bars, chunk: { readonly fromS: number; readonly bars: Bars }): Bars {
  const first = lowerBound(bars.openTimeS, chunk.fromS);
  const end = lowerBound(bars.openTimeS, chunk.fromS + CHUNK_S);
  const rows = chunk.bars.openTimeS.length;
  if (end - first === rows && BAR_COLUMNS.every((name) => standsIn(bars[name], first, chunk.bars[name])))
    return bars;
  const columns = BAR_COLUMNS.map((name) => [name, joinedColumn(bars[name], first, end, chunk.bars[name])]);
  return { intervalS: bars.intervalS, ...(Object.fromEntries(columns) as Omit<Bars, 'intervalS'>) };
}

/** `column` with `own` in place of its rows from `first` on, `end` excluded. */
function joinedColumn(column: Float64Array, first: number, end: number, own: Float64Array): Float64Array {
  const known = own.subarray(0, end - first);
  if (end === column.length && known.length === end - first && standsIn(column, first, known))
    return grownColumn(column, own.subarray(known.length));
  const joined = new Float64Array(column.length - (end - first) + own.length);
  joined.set(column.subarray(0, first));
  joined.set(own, first);
  joined.set(column.subarray(end), first + own.length);
  return joined;
}

/** `bars` with what other series have alike, when they opened or that nobody says who the taker was, held once for all. */
export const withShared = (bars: Bars, share: ShareColumn): Bars => ({
  ...bars,
  openTimeS: share(bars.openTimeS),
  takerBuyBase: share(bars.takerBuyBase),
});
