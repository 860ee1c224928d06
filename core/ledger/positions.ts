import * as v from 'valibot';

import { FaultError } from '../market/file-fault.ts';
import { RefusedError } from '../market/refusal.ts';
import { MOST_POSITIONS, positionItems, POSITIONS_VERSION, readPosition } from '../market/position-format.ts';
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

/** `local:positions`, of whatever version. What cannot be read stays in storage and is left out of the list. */
export const positions: Fact<readonly SavedPosition[], PositionsChange> = {
  fallback: [],
  schema: v.object({
    put: v.optional(v.pipe(v.array(position), v.maxLength(MOST_POSITIONS))),
    remove: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.maxLength(MOST_POSITIONS))),
  }),
  restore: (stored) => sortOut(stored).positions,
  change: (stored, { put = [], remove = [] }) => {
    const { positions: before, unread: unreadBefore } = sortOut(stored);
    // What the user removes does not come back with another version.
    const unread = unreadBefore.filter((one) => !(isRecord(one) && remove.some((id) => id === one['id'])));
    const kept = before
      .filter(({ id }) => !remove.includes(id))
      .map((one) => put.find(({ id }) => id === one.id) ?? one);
    const next = [...kept, ...put.filter(({ id }) => kept.every((one) => one.id !== id))];
    if (next.length > MOST_POSITIONS && next.length > before.length)
      throw new RefusedError('too-many-positions', { most: MOST_POSITIONS });
    return { version: POSITIONS_VERSION, positions: next, ...(unread.length > 0 ? { unread } : {}) };
  },
};

interface Sorted {
  readonly positions: readonly SavedPosition[];
  /** What this version cannot read; a later one may. */
  readonly unread: readonly unknown[];
}

function sortOut(stored: unknown): Sorted {
  if (stored === null || stored === undefined) return { positions: [], unread: [] };
  const read: SavedPosition[] = [];
  const unread: unknown[] = [];
  // What an earlier version could not read may be plain to this one.
  const before = isRecord(stored) && Array.isArray(stored['unread']) ? stored['unread'] : [];
  for (const item of [...itemsOf(stored), ...before.flatMap(itemsOf)]) {
    try {
      const position = readPosition('', item);
      if (read.some(({ id }) => id === position.id)) unread.push(item);
      else read.push(position);
    } catch (error) {
      if (!(error instanceof FaultError)) throw error;
      unread.push(item);
    }
  }
  return { positions: read, unread };
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

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether stored positions are of this version. */
export const hasNewestForm = (stored: unknown): boolean =>
  isRecord(stored) && stored['version'] === POSITIONS_VERSION;
