import * as v from 'valibot';

import { assetOf } from '../market/asset.ts';
import { finite, positive } from '../market/number-schemas.ts';
import type { SavedPosition } from '../market/position.ts';
import { MOST_SHOWN, type ShownPosition, TABLE_DOUBTS, type TableReading } from '../market/shown-position.ts';
import { byName, like } from '../market/schemas.ts';
import { type Fact, one } from './fact.ts';
import { LEASE_MS } from './leases.ts';
import { page } from './page-market.ts';

/** Amounts and leverages beyond are no person's. */
const MOST_USD = 1e10;
const price = v.pipe(positive, v.maxValue(MOST_USD));

const shownPosition = v.strictObject({
  market: v.pipe(
    page,
    v.check(({ kind, quote }) => kind === 'perpetual' && quote !== 'USD'),
  ),
  side: v.picklist(['long', 'short']),
  sizeBase: positive,
  entryPrice: price,
  markPrice: price,
  liquidationPrice: v.nullable(price),
  leverage: v.pipe(finite, v.minValue(1), v.maxValue(500)),
  marginMode: v.picklist(['isolated', 'cross']),
  marginUsd: v.nullable(v.pipe(finite, v.minValue(-MOST_USD), v.maxValue(MOST_USD))),
}) satisfies v.GenericSchema<unknown, ShownPosition>;

/** A reading as a message from a page brings it, which may be anything. */
export const tableReading = v.variant('kind', [
  v.strictObject({
    kind: v.literal('read'),
    positions: v.pipe(
      v.array(
        v.pipe(
          shownPosition,
          v.check(({ marginMode, marginUsd }) => (marginMode === 'cross') === (marginUsd === null)),
          v.check(({ sizeBase, markPrice }) => sizeBase * markPrice <= MOST_USD),
        ),
      ),
      v.maxLength(MOST_SHOWN),
      v.readonly(),
    ),
    leftOut: v.pipe(finite, v.integer(), v.minValue(0), v.maxValue(MOST_SHOWN)),
  }),
  v.strictObject({ kind: v.literal('doubt'), doubt: v.picklist(TABLE_DOUBTS) }),
]) satisfies v.GenericSchema<unknown, TableReading>;

/** What an open page shows in its own table. */
export interface ShownTable {
  /** Site id, which is its venue's. */
  readonly site: string;
  /** When it was looked at, and until when that is believed; epoch milliseconds by the venues' clock. */
  readonly atMs: number;
  readonly untilMs: number;
  readonly reading: TableReading;
}

/** By the page's own name: a page has one. */
export type ShownTables = Readonly<Record<string, ShownTable>>;

/** `session:shown-tables`: gone with the browser, and before that with the page. */
export const shownTables: Fact<ShownTables> = one(
  byName(like<ShownTable>({ site: v.string(), atMs: finite, untilMs: finite, reading: tableReading })),
  {},
);

/** Tables after `page` was looked at; a table that is out of sight for a while is as it was last seen. */
export function keepShown(
  tables: ShownTables,
  from: string,
  { site, reading }: Pick<ShownTable, 'site' | 'reading'>,
  nowMs: number,
): ShownTables {
  const held = heldTables(tables, nowMs);
  const isOutOfSight = reading.kind === 'doubt' && reading.doubt === 'none';
  if (isOutOfSight && held[from]?.site === site && held[from].reading.kind === 'read') return held;
  return { ...held, [from]: { site, atMs: nowMs, untilMs: nowMs + LEASE_MS, reading } };
}

/** Tables without those of pages or sites that `isGone` names. */
export const dropShown = (
  tables: ShownTables,
  isGone: (table: ShownTable, page: string) => boolean,
): ShownTables => Object.fromEntries(Object.entries(tables).filter(([name, table]) => !isGone(table, name)));

/** Views and worker know the venues' time from different moments; one that ends later was looked at under another clock. */
const MOST_AHEAD_MS = 2 * LEASE_MS;

/** Those that hold at `nowMs`. */
const heldTables = (tables: ShownTables, nowMs: number): ShownTables =>
  dropShown(tables, ({ untilMs }) => untilMs <= nowMs || untilMs > nowMs + MOST_AHEAD_MS);

/** The last one of each site that the user has switched on. */
export function activeTables(
  tables: ShownTables,
  sites: readonly string[],
  nowMs: number,
): readonly ShownTable[] {
  const newestFirst = Object.values(heldTables(tables, nowMs)).toSorted((a, b) => b.atMs - a.atMs);
  return sites.flatMap((site) => newestFirst.find((table) => table.site === site) ?? []);
}

/** Over which a position is judged whose owner has not said so. */
const HORIZON_HOURS = 24;

/** The positions that pages show. */
export const shownPositions = (tables: readonly ShownTable[]): readonly SavedPosition[] =>
  tables.flatMap((table) =>
    table.reading.kind === 'read' ? table.reading.positions.map((shown) => savedPosition(shown, table)) : [],
  );

function savedPosition(shown: ShownPosition, { site, atMs }: ShownTable): SavedPosition {
  const { market, side, sizeBase, entryPrice, markPrice, liquidationPrice, leverage, marginMode } = shown;
  const account = `page-${site}`;
  return {
    id: `${account}:${market.instrument}:${side}:${marginMode}`,
    venue: site,
    ...assetOf(market),
    side,
    entryPrice,
    size: { unit: 'base', value: sizeBase },
    margin: shown.marginUsd === null ? { kind: 'leverage', leverage } : { kind: 'usd', usd: shown.marginUsd },
    marginMode,
    walletBalanceUsd: null,
    addedMarginUsd: 0,
    stopPrice: null,
    horizonHours: HORIZON_HOURS,
    origin: {
      kind: 'page',
      atMs,
      account,
      instrument: market.instrument,
      markPrice,
      liquidationPrice,
      leverage,
    },
  };
}
