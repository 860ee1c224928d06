import type { Ports } from '../ledger/ports.ts';
import { prune } from '../ledger/prune.ts';
import { forgetTraders } from '../ledger/traders.ts';
import { DAY_MS, HOUR_MS } from '../market/time.ts';

/** What has to be done now and then, whichever worker is alive. */
export interface Chores {
  /** Once a day lets go of what has had its time. @throws StorageError */
  readonly prune: () => Promise<void>;
  /** Other people's addresses go in time also when nothing is watched. @throws StorageError */
  readonly forgetTraders: () => Promise<void>;
}

/** @param watched markets that are watched now */
export function createChores(ports: Ports, watched: () => Promise<readonly string[]>): Chores {
  const { clock, database } = ports;

  /** Does `work` unless it was done less than `periodMs` ago. */
  const nowAndThen = async (chore: string, periodMs: number, work: () => Promise<void>): Promise<void> => {
    const nowMs = clock.nowMs();
    const done = await database.get('chores', [chore]);
    if (done !== null && Math.abs(nowMs - done.doneAtMs) < periodMs) return;
    await work();
    await database.commit([{ store: 'chores', key: [chore], value: { doneAtMs: nowMs } }]);
  };

  return {
    prune: () => nowAndThen('prune', DAY_MS, async () => prune(ports, await watched())),
    forgetTraders: () => nowAndThen('forget-traders', HOUR_MS, () => forgetTraders(database, clock.nowMs())),
  };
}
