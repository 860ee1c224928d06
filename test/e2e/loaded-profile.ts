import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { ExchangeOptions } from '../exchange/start-exchange.ts';
import { JANUARY_2026 } from '../exchange/scenarios/january-2026.ts';
import { startExchange } from '../exchange/start-exchange.ts';

const at = (name: string): string => fileURLToPath(new URL(`../../test-results/${name}`, import.meta.url));

/** A browser's profile in which the extension has loaded BTCUSDT; `first-visit.setup.ts` makes it, once a run. */
export const LOADED_PROFILE = at('loaded-profile');

const END_FILE = at('market-end.json');

/** From now on the scenario ends here. */
export const endMarketAt = (endsAtMs: number): void => writeFileSync(END_FILE, JSON.stringify({ endsAtMs }));

/** From now on the profile is whole: no report of a browser that begins with it is older. */
export const loadedAt = (nowMs: number): void =>
  writeFileSync(END_FILE, JSON.stringify({ ...readEnd(), loadedAtMs: nowMs }));

/** When the profile was whole, epoch milliseconds. */
export const profileLoadedAtMs = (): number => readEnd().loadedAtMs ?? 0;

const readEnd = () =>
  JSON.parse(readFileSync(END_FILE, 'utf8')) as { readonly endsAtMs: number; readonly loadedAtMs?: number };

/** A journey looks at what stands around the page's own figures; those need not move each second. */
export const PAGE_PERIOD_MS = 5_000;

/** Journeys load the history of BTC; a market that they only pass by has as much as its map needs. */
const SCENARIO = {
  ...JANUARY_2026,
  coins: JANUARY_2026.coins.map((coin) => (coin.base === 'BTC' ? coin : { ...coin, listedDaysAgo: 3 })),
};

/** An exchange whose market has the history that the loaded profile knows, and has gone on since. */
export function startKnownExchange(options: ExchangeOptions = {}): ReturnType<typeof startExchange> {
  return startExchange({ scenario: SCENARIO, endsAtMs: readEnd().endsAtMs, ...options });
}
