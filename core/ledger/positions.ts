import * as v from 'valibot';

import { FaultError } from '../market/file-fault.ts';
import { RefusedError } from '../market/refusal.ts';
import {
  MOST_POSITIONS,
  positionItems,
  POSITIONS_VERSION,
  readPosition,
  readStoredPosition,
} from '../market/position-format.ts';
import type { SavedPosition } from '../market/position.ts';
import type { Fact } from './fact.ts';

/** Positions that come or take the place of those of the same id, and ids of those that go. */
export interface PositionsChange {
  readonly put?: readonly SavedPosition[] | undefined;
  readonly remove?: readonly string[] | undefined;
}

/** A position as a message brings it. */
export const position = v.pipe(
  v.unknown(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    try {
      return readPosition('', dataset.value);
    } catch (error) {
      if (!(error instanceof FaultError)) throw error;
      addIssue();
      return NEVER;
    }
  }),
);

/**
 * `local:positions`, of whatever version. What cannot be read stays in storage and is left out of the list: positions, and
 * of those that are read the fields that only a later version knows.
 */
export const positions: Fact<readonly SavedPosition[], PositionsChange> = {
  fallback: [],
  schema: v.object({
    put: v.optional(v.pipe(v.array(position), v.maxLength(MOST_POSITIONS))),
    remove: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.maxLength(MOST_POSITIONS))),
  }),
  restore: (stored) => sortOut(stored).read.map(({ position: one }) => one),
  change: (stored, { put = [], remove = [] }) => {
    const { read, unread: unreadBefore } = sortOut(stored);
    const kept = read.filter(({ position: { id } }) => !remove.includes(id));
    const fresh = put.filter(({ id }) => kept.every(({ position: one }) => one.id !== id));
    const next = [...kept.map((one) => changed(one, put)), ...fresh];
    if (next.length > MOST_POSITIONS && next.length > read.length)
      throw new RefusedError('too-many-positions', { most: MOST_POSITIONS });
    // What the user removes does not come back with another version.
    const unread = unreadBefore.filter((one) => !(isRecord(one) && remove.some((id) => id === one['id'])));
    return { version: POSITIONS_VERSION, positions: next, ...(unread.length > 0 ? { unread } : {}) };
  },
  goBack: (found, copied) => {
    if (found === undefined) return copied;
    const { read, unread } = sortOut(found);
    // What is not found at all the user has removed; a whole that cannot be read has no id and may hold any of them.
    const isUnread = (id: string): boolean =>
      unread.some((one) => (isRecord(one) ? (one['id'] ?? id) : id) === id);
    const isRead = (id: string): boolean => read.some(({ position: one }) => one.id === id);
    const back = sortOut(copied).read.filter(({ position: { id } }) => isUnread(id) && !isRead(id));
    const next = [...read, ...back].map(({ stored }) => stored);
    return back.length === 0 ? found : { version: POSITIONS_VERSION, positions: next, unread };
  },
};

interface StoredPosition {
  readonly position: SavedPosition;
  readonly stored: Fields;
}

interface Sorted {
  readonly read: readonly StoredPosition[];
  /** What this version cannot read; a later one may. */
  readonly unread: readonly unknown[];
}

function sortOut(stored: unknown): Sorted {
  if (stored === null || stored === undefined) return { read: [], unread: [] };
  const read: StoredPosition[] = [];
  const unread: unknown[] = [];
  // What an earlier version could not read may be plain to this one.
  const before = isRecord(stored) && Array.isArray(stored['unread']) ? stored['unread'] : [];
  for (const item of [...itemsOf(stored), ...before.flatMap(itemsOf)]) {
    try {
      const one = readStoredPosition(item);
      if (read.some(({ position: { id } }) => id === one.id)) unread.push(item);
      else read.push({ position: one, stored: item as Fields });
    } catch (error) {
      if (!(error instanceof FaultError)) throw error;
      unread.push(item);
    }
  }
  return { read, unread };
}

/** What to store of a position after a change: fields that read after it as before stay as they are stored. */
function changed({ position: before, stored }: StoredPosition, put: readonly SavedPosition[]): Fields {
  const after = put.find(({ id }) => id === before.id);
  if (after === undefined) return stored;
  const was: Fields = { ...before };
  const is: Fields = { ...after };
  // A class is read by the name that stands beside it, so it does not outlive the name.
  const stays = ([name]: readonly [string, unknown]): boolean =>
    name !== 'assetClass' && JSON.stringify(was[name]) === JSON.stringify(is[name]);
  return { ...after, ...Object.fromEntries(Object.entries(stored).filter(stays)) };
}

/** Where the whole is of no known format, it is one thing that cannot be read. */
function itemsOf(stored: unknown): readonly unknown[] {
  try {
    return positionItems(stored);
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    return [stored];
  }
}

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether stored positions are of this version. */
export const hasNewestForm = (stored: unknown): boolean =>
  isRecord(stored) && stored['version'] === POSITIONS_VERSION;
