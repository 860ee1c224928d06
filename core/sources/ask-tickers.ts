import { instruments } from './kinds/instruments.ts';
import type { VenueScope } from './kinds/kind.ts';
import { tickers } from './kinds/tickers.ts';
import { runKind } from './run-kind.ts';

/** Asks one venue for all its perpetuals, where that is due. @throws StorageError */
export async function askTickers(scope: VenueScope): Promise<void> {
  if ((await runKind(instruments, scope, 'first')) === 'answered') await runKind(tickers, scope, 'first');
}
