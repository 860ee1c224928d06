import type { Ports } from '../ledger/ports.ts';
import type { StorageTrouble } from '../market/market-report.ts';
import { MINUTE_MS } from '../market/time.ts';

/** So long the user is told that rows could not be read, by the device's clock. */
const TELL_MENDED_MS = 10 * MINUTE_MS;

/** What the user is told is wrong with what is kept. */
export interface StorageTroubles {
  /** Rows of `market` that could not be read are made good for. */
  readonly noteMended: (market: string) => void;
  /** `trouble` beside what else is wrong with what is kept of `market`. */
  readonly of: (market: string, ...trouble: readonly StorageTrouble[]) => readonly StorageTrouble[];
}

/** What was mended is told by this worker alone, for ten minutes. */
export function createStorageTroubles({
  clock,
  database,
}: Pick<Ports, 'clock' | 'database'>): StorageTroubles {
  const mendedAtMs = new Map<string, number>();
  return {
    noteMended: (market) => mendedAtMs.set(market, clock.deviceMs()),
    of: (market, ...trouble) => {
      const isMended = clock.deviceMs() - (mendedAtMs.get(market) ?? -Infinity) < TELL_MENDED_MS;
      return [
        ...(database.state().isLasting ? [] : (['not-kept'] as const)),
        ...(isMended ? (['rows-lost'] as const) : []),
        ...trouble,
      ];
    },
  };
}
