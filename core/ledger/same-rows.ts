import { RowsGoneError } from '../market/errors.ts';
import type { DatabasePort } from './ports.ts';

/**
 * `database` for one piece of work, which fails once the rows are no more those that the work began with: what it has
 * read must not be written beside rows that it never saw.
 */
export function sameRows(database: DatabasePort): DatabasePort {
  const { generation } = database.state();
  const check = (): void => {
    if (database.state().generation !== generation) throw new RowsGoneError('the rows are gone');
  };
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    check();
    try {
      return await work();
    } finally {
      check();
    }
  };
  return {
    state: database.state,
    unreadable: database.unreadable,
    get: (store, key) => guarded(() => database.get(store, key)),
    list: (store, prefix) => guarded(() => database.list(store, prefix)),
    keys: (store, prefix) => guarded(() => database.keys(store, prefix)),
    commit: (changes) => guarded(() => database.commit(changes)),
  };
}
