import { storage } from 'wxt/utils/storage';

import { SchemaError, StorageError } from '../market/errors.ts';
import type { SavedPosition } from '../market/position.ts';
import { positionItems, POSITIONS_VERSION, readPosition } from '../market/position-format.ts';
import { isRecord } from './shapes.ts';
import { storable } from './storable.ts';
import type { StoredItem } from './stored-item.ts';

const KEY = 'local:positions';

interface Sorted {
  readonly positions: readonly SavedPosition[];
  /** What this version cannot read; kept as it is, so that a later one may. */
  readonly unread: readonly unknown[];
}

/** The user's positions of whatever version is stored. What cannot be read stays in storage and is left out here. */
export const positionsItem: StoredItem<readonly SavedPosition[]> = {
  getValue: async () => sortOut(await storage.getItem(KEY)).positions,
  setValue: async (positions) => {
    const { unread } = sortOut(await storage.getItem(KEY));
    const value = { version: POSITIONS_VERSION, positions, ...(unread.length > 0 ? { unread } : {}) };
    try {
      await storage.setItem(KEY, storable(value));
    } catch (error) {
      throw new StorageError(`${KEY} could not be stored`, { cause: error });
    }
  },
  remove: () => storage.removeItem(KEY),
  watch: (onChange) => storage.watch(KEY, (value) => onChange(sortOut(value).positions)),
};

/** Stores positions of an older version in the newest format. Called when the extension was updated; safe to repeat. */
export async function migratePositions(): Promise<void> {
  const stored = await storage.getItem(KEY);
  if (stored === null || (isRecord(stored) && stored['version'] === POSITIONS_VERSION)) return;
  await positionsItem.setValue(sortOut(stored).positions);
}

function sortOut(stored: unknown): Sorted {
  if (stored === null || stored === undefined) return { positions: [], unread: [] };
  const positions: SavedPosition[] = [];
  const unread: unknown[] = isRecord(stored) && Array.isArray(stored['unread']) ? [...stored['unread']] : [];
  for (const item of itemsOf(stored)) {
    try {
      positions.push(readPosition('', item));
    } catch (error) {
      if (!(error instanceof SchemaError)) throw error;
      unread.push(item);
    }
  }
  return { positions, unread };
}

/** Where the whole is of no known format, it is one thing that cannot be read. */
function itemsOf(stored: unknown): readonly unknown[] {
  try {
    return positionItems(stored);
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    return [stored];
  }
}
