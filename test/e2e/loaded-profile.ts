import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { ExchangeOptions } from '../exchange/start-exchange.ts';
import { startExchange } from '../exchange/start-exchange.ts';

const at = (name: string): string => fileURLToPath(new URL(`../../test-results/${name}`, import.meta.url));

/** A browser's profile in which the extension has loaded BTCUSDT; `loaded-profile.setup.ts` makes it, once a run. */
export const LOADED_PROFILE = at('loaded-profile');

const END_FILE = at('market-end.json');

/** From now on the scenario ends here. */
export const endMarketAt = (endsAtMs: number): void => writeFileSync(END_FILE, JSON.stringify({ endsAtMs }));

/** An exchange whose market has the history that the loaded profile knows, and has gone on since. */
export function startKnownExchange(options: ExchangeOptions = {}): ReturnType<typeof startExchange> {
  const { endsAtMs } = JSON.parse(readFileSync(END_FILE, 'utf8')) as { endsAtMs: number };
  return startExchange({ endsAtMs, ...options });
}
