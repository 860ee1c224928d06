import type { MapColumn } from '../engine/history/map-column.ts';
import { joinColumns, packColumns, type PackedColumns } from '../engine/history/map-history.ts';
import { HISTORY_S } from '../market/map-window.ts';
import type { DatabaseChange, DatabasePort } from './ports.ts';
import { DAY_S } from '../market/time.ts';

const dayOf = (atS: number): number => Math.floor(atS / DAY_S);

/** Of a day that began so many days ago the hours alone are kept. */
const THIN_AFTER_DAYS = 3;

/** The map's past of `market`; empty where there is none. */
export async function readPast(
  database: Pick<DatabasePort, 'list'>,
  market: string,
  nowS: number,
): Promise<PackedColumns> {
  const rows = await database.list('mapColumns', [market]);
  const basis = rows.at(-1)?.value.basis;
  return joinColumns(
    rows.flatMap(({ value }) => (value.basis === basis ? [value.columns] : [])),
    nowS,
  );
}

/**
 * What to write so that the past goes on with `columns`: their days, those that have grown coarser or too old since, and
 * whatever was made on another basis. What grew coarser while nothing was written, the browser being closed, is among it.
 * @param columns ascending in time
 */
export async function continuePast(
  database: Pick<DatabasePort, 'get' | 'keys'>,
  market: string,
  { basis, columns, nowS, isAnew }: Continuation,
): Promise<readonly DatabaseChange[]> {
  const [first] = columns;
  if (first === undefined) return [];
  const isKnownDay = (day: number): boolean => !isAnew && day === dayOf(first.atS);
  const byDay = Map.groupBy(columns, ({ atS }) => dayOf(atS));
  const changes: DatabaseChange[] = [];
  for (const [day, added] of byDay) {
    const before = isKnownDay(day) ? await database.get('mapColumns', [market, day]) : null;
    const parts = before?.basis === basis ? [before.columns, packColumns(added)] : [packColumns(added)];
    changes.push(put(market, day, { basis, columns: joinColumns(parts, nowS) }));
  }
  for (const key of await database.keys('mapColumns', [market])) {
    const day = Number(key[1]);
    if (byDay.has(day)) continue;
    if (isAnew || day < dayOf(nowS - HISTORY_S)) changes.push({ store: 'mapColumns', key, value: null });
    else if (day >= dayOf(first.atS) - THIN_AFTER_DAYS && day <= dayOf(nowS) - THIN_AFTER_DAYS)
      changes.push(...(await thinned(database, market, day, nowS)));
  }
  return changes;
}

interface Continuation {
  readonly basis: string;
  readonly columns: readonly MapColumn[];
  readonly nowS: number;
  /** They are the whole past, not what follows on what is kept. */
  readonly isAnew: boolean;
}

const put = (
  market: string,
  day: number,
  value: { readonly basis: string; readonly columns: PackedColumns },
): DatabaseChange => ({ store: 'mapColumns', key: [market, day], value });

/** A day of which the hours alone are kept from now on. */
async function thinned(
  database: Pick<DatabasePort, 'get'>,
  market: string,
  day: number,
  nowS: number,
): Promise<readonly DatabaseChange[]> {
  const row = await database.get('mapColumns', [market, day]);
  if (row === null) return [];
  const columns = joinColumns([row.columns], nowS);
  return columns.atS.length === row.columns.atS.length ? [] : [put(market, day, { ...row, columns })];
}
