import { NOTHING_ASIDE } from './aside-log.ts';
import { CHUNK_KINDS, chunkFacts, isSeriesKind } from './chunk-kinds.ts';
import { withoutRows } from './coverage.ts';
import { addStretch, withoutStretch } from './forced-orders/listening.ts';
import { inTurn } from './in-turn.ts';
import { isOf, type Lie } from './lie.ts';
import type { DatabaseChange, DatabaseKey, DatabasePort } from './ports.ts';
import { sameRows } from './same-rows.ts';
import { ASIDE_QUANTITIES, type AsideEntry } from './tables/aside.ts';
import { type Chunk, CHUNK_ROWS } from './tables/chunks.ts';
import { ALL_MARKETS, ANSWERS_SAY, type SourceRow } from './tables/sources.ts';
import { tickersWithout } from './tickers-without.ts';

/**
 * Takes a lie back, in every market that the venue told of and in one transaction: rows of its time are blank and asked for
 * again where they can be, the time counts as not listened to, and what was made of it is made anew. Forced orders are kept
 * and not counted, forecasts and what came of them are kept and counted apart; both by a mark. May be repeated.
 *
 * Not while a source is asked, which would write what it knew before; sockets wait for the turn of `database`.
 * @throws StorageError
 */
export const takeBack = (database: DatabasePort, lie: Lie, nowMs: number): Promise<void> =>
  inTurn(database, () => takeBackNow(sameRows(database), lie, nowMs));

async function takeBackNow(database: DatabasePort, told: Lie, nowMs: number): Promise<void> {
  // What is still to be heard is no lie yet.
  const lie = { ...told, untilMs: Math.min(told.untilMs, nowMs + 1) };
  if (!(lie.fromMs < lie.untilMs)) return;
  const ofVenue = ({ [1]: venue }: DatabaseKey): boolean => venue === lie.venue;
  const sources = (await database.list('sources', [])).filter(({ key }) => ofVenue(key));
  const heard = (await database.list('listening', [])).filter(({ key }) => ofVenue(key));
  const chunks = await database.keys('chunks', []);
  const markets = new Set([...sources, ...heard].map(({ key }) => String(key[0])));
  chunks.filter(ofVenue).forEach(([market]) => markets.add(String(market)));
  markets.delete(ALL_MARKETS);

  const tickers = await tickersWithout(database, lie);
  const changes: DatabaseChange[] = sources.flatMap(({ key, value }) => {
    const kind = String(key[2]);
    const areTickersAskedAgain = kind === 'tickers' && tickers.length > 0;
    const left = areTickersAskedAgain ? askedAgain(value) : sourceWithout(lie, kind, value);
    return left === value ? [] : [{ store: 'sources', key, value: left }];
  });
  changes.push(...tickers);
  for (const key of chunks) {
    if ((!ofVenue(key) && key[1] !== 'all') || !markets.has(String(key[0]))) continue;
    const rows = rowsOf(lie, key);
    const chunk = rows === null ? null : await database.get('chunks', key);
    if (rows !== null && chunk !== null) changes.push({ store: 'chunks', key, value: blank(chunk, rows) });
  }
  if (isOf(lie, 'forced-orders'))
    for (const { key, value } of heard) {
      const takenBack = addStretch(value.takenBack ?? [], lie);
      const stretches = withoutStretch(value.stretches, lie);
      changes.push({
        store: 'listening',
        key,
        value: { ...value, stretches, takenBack, revision: value.revision + 1 },
      });
    }
  for (const market of markets) {
    const aside = (await database.get('aside', [market])) ?? NOTHING_ASIDE;
    const { venue, fromMs, untilMs } = lie;
    const entries = ASIDE_QUANTITIES.filter((one) => isOf(lie, one)).map((quantity) => ({
      venue,
      quantity,
      fromMs,
      untilMs,
      foundMs: nowMs,
    }));
    // What was taken back before and lies in it is said by the new entry.
    const others = aside.log.filter((one) => !entries.some((entry) => isWithin(one, entry)));
    changes.push({ store: 'aside', key: [market], value: { ...aside, log: [...others, ...entries] } });
    // The mixture has learnt from it: it learns anew from what is counted.
    changes.push({ store: 'skill', key: [market], value: null });
  }
  await database.commit(changes);
}

const isWithin = (one: AsideEntry, whole: AsideEntry): boolean =>
  one.venue === whole.venue &&
  one.quantity === whole.quantity &&
  one.fromMs >= whole.fromMs &&
  one.untilMs <= whole.untilMs;

/** The rows of a chunk that say something of the lie, from and to a slot; null where none does. */
function rowsOf(lie: Lie, [, , kind, index]: DatabaseKey): readonly [number, number] | null {
  const known = chunkFacts(kind);
  if (known === null || !isOf(lie, ...known.says)) return null;
  const slotOf = (atMs: number): number => atMs / 1000 / known.intervalS - Number(index) * CHUNK_ROWS;
  const first = Math.max(0, Math.floor(slotOf(lie.fromMs)));
  const end = Math.min(CHUNK_ROWS, Math.ceil(slotOf(lie.untilMs)));
  return first < end ? [first, end] : null;
}

/** `chunk` without those rows; null where nothing is left. */
function blank({ columns }: Chunk, [first, end]: readonly [number, number]): Chunk | null {
  const left = Object.entries(columns).map(
    ([name, column]) => [name, column.slice().fill(NaN, first, end)] as const,
  );
  const isEmpty = left.every(([, column]) => column.every(Number.isNaN));
  return isEmpty ? null : { columns: Object.fromEntries(left) };
}

function sourceWithout(lie: Lie, kind: string, row: SourceRow): SourceRow {
  const { data } = row;
  if (data?.kind === 'series' && isSeriesKind(kind)) {
    const { intervalS, says } = CHUNK_KINDS[kind];
    if (!isOf(lie, ...says)) return row;
    const floor = (ms: number): number => Math.floor(ms / 1000 / intervalS) * intervalS;
    const coverage = withoutRows(data.coverage, floor(lie.fromMs), floor(lie.untilMs - 1) + intervalS);
    return coverage === data.coverage ? row : { ...row, okAtMs: null, data: { kind: 'series', coverage } };
  }
  const wasTold = row.okAtMs !== null && row.okAtMs >= lie.fromMs && row.okAtMs < lie.untilMs;
  const isDoubted = isOf(lie, ...(data === null ? [] : ANSWERS_SAY[data.kind]));
  return wasTold && isDoubted ? askedAgain(row) : row;
}

const askedAgain = (row: SourceRow): SourceRow => ({ ...row, okAtMs: null, data: null });
