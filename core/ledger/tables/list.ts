import * as v from 'valibot';

import { alerts } from './alerts.ts';
import { anchors } from './anchors.ts';
import { aside } from './aside.ts';
import { budgets } from './budgets.ts';
import { chores } from './chores.ts';
import { chunks } from './chunks.ts';
import { context } from './context.ts';
import { deliveries } from './deliveries.ts';
import { engine } from './engine.ts';
import { forcedOrders } from './forced-orders.ts';
import { forecasts } from './forecasts.ts';
import { hosts } from './hosts.ts';
import { listening } from './listening.ts';
import { mapColumns } from './map-columns.ts';
import { markets } from './markets.ts';
import { outcomes } from './outcomes.ts';
import { skill } from './skill.ts';
import { sources } from './sources.ts';
import { tickers } from './tickers.ts';
import { traders } from './traders.ts';
import type { Life, RowOf, Table } from './table.ts';

/** Every kind of row that is kept, by the name of its store in the database. */
const TABLES = {
  sources,
  hosts,
  budgets,
  chunks,
  engine,
  mapColumns,
  markets,
  chores,
  context,
  alerts,
  deliveries,
  forcedOrders,
  listening,
  forecasts,
  outcomes,
  skill,
  traders,
  tickers,
  anchors,
  aside,
};

export type StoreName = keyof typeof TABLES;

export type Stores = { readonly [Name in StoreName]: RowOf<(typeof TABLES)[Name]> };

export const STORE_NAMES = Object.keys(TABLES) as readonly StoreName[];

export const tableOf = (store: StoreName): Table<unknown> => TABLES[store];

export const lifeOf = (store: StoreName, key: readonly (string | number)[]): Life =>
  tableOf(store).isRecord?.(key) === true ? 'record' : TABLES[store].life;

/** `stored` as a row of `store`, with what came later than it; null where it cannot be one, or stops whoever looks. */
export function readRow<S extends StoreName>(store: S, stored: unknown): Stores[S] | null {
  try {
    const read = v.safeParse(tableOf(store).schema, stored, { abortEarly: true });
    return read.success ? (read.output as Stores[S]) : null;
  } catch {
    return null;
  }
}
