import { hourOf, keptHours } from '../ledger/listed-tickers.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../market/time.ts';
import { inPreference, type VenueId } from '../market/venue-id.ts';
import { type MarketGlance, readGlance } from '../report/market-glance.ts';
import { askTickers } from '../sources/ask-venue.ts';
import type { WatchSurroundings } from './surroundings.ts';
import { ALL_MARKETS } from '../ledger/tables/sources.ts';

/** So long after a view has asked, somebody looks; by the device's clock. */
const LOOKING_MS = MINUTE_MS;

/** So long after somebody looked, the snapshots of each hour go on. */
const USED_MS = 7 * DAY_MS;

/** No request starts later than this. */
const ASKING_MS = 15_000;

/** The chore by which a later worker knows when somebody last looked. */
const LOOKED = 'glance';

/** What a view holds already, and what it wants to see. */
export interface GlanceRequest {
  /** Which one the view holds, by {@link MarketGlance.madeAt}; 0 for none. */
  readonly held: number;
  /** Null: all of them. */
  readonly markets: readonly string[] | null;
}

/** All markets at a glance. */
export interface Glances {
  /** Somebody looks. Null where it is what they hold. @throws StorageError */
  readonly look: (asked: GlanceRequest) => Promise<MarketGlance | null>;
  /**
   * Asks the venues: every few minutes while somebody looks, and once in each hour where that was so lately or coins are
   * listed that have no map. @throws StorageError
   */
  readonly tick: () => Promise<void>;
}

/** One round of questions at a time: a `tick` while one is under way waits for that. */
export function createGlances({ ports, gate, venues, watched }: WatchSurroundings): Glances {
  const { clock, database, storage } = ports;
  let lookedAtMs = -Infinity;
  let running: Promise<void> | null = null;
  let held: { readonly told: string; readonly glance: MarketGlance } | null = null;

  const chosenVenues = async (): Promise<readonly VenueId[]> => {
    const { venues: chosen } = await storage.readSettings();
    return inPreference(chosen);
  };

  const remember = async (): Promise<void> => {
    const nowMs = clock.nowMs();
    const last = await database.get('chores', [LOOKED]);
    if (last !== null && Math.abs(nowMs - last.doneAtMs) < HOUR_MS) return;
    await database.commit([{ store: 'chores', key: [LOOKED], value: { doneAtMs: nowMs } }]);
  };

  const isWantedHourly = async (): Promise<boolean> => {
    const last = await database.get('chores', [LOOKED]);
    if (last !== null && Math.abs(clock.nowMs() - last.doneAtMs) < USED_MS) return true;
    const [{ watchList }, withMap] = await Promise.all([storage.readSettings(), watched()]);
    return watchList.some((market) => !withMap.includes(market));
  };

  const askAll = async (isDue: (venue: VenueId) => Promise<boolean>): Promise<void> => {
    const { hosts } = await storage.readSettings();
    const scope = {
      ports,
      gate: gate.to(hosts),
      market: ALL_MARKETS,
      isNear: true,
      preferred: [],
      deadlineMs: clock.deviceMs() + ASKING_MS,
      onCommit: () => {},
    };
    const asked = (await chosenVenues()).map(async (id) => {
      if (await isDue(id)) await askTickers({ ...scope, venue: venues[id] });
    });
    const failed = (await Promise.allSettled(asked)).find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
  };

  const ask = async (): Promise<void> => {
    if (clock.deviceMs() - lookedAtMs < LOOKING_MS) return askAll(async () => true);
    if (!(await isWantedHourly())) return undefined;
    const hour = hourOf(clock.nowMs());
    return askAll(async (venue) => (await keptHours(database, venue)).at(-1) !== hour);
  };

  const read = async (): Promise<MarketGlance> => {
    const chosen = await chosenVenues();
    const rows = await Promise.all(
      chosen.map((venue) => database.get('sources', [ALL_MARKETS, venue, 'tickers'])),
    );
    const told = JSON.stringify([chosen, rows, hourOf(clock.nowMs())]);
    if (held?.told === told) return held.glance;
    const read = await readGlance(database, chosen, clock.nowMs());
    const madeAt = Math.max(clock.nowMs(), (held?.glance.madeAt ?? 0) + 1);
    held = { told, glance: { madeAt, ...read } };
    return held.glance;
  };

  return {
    look: async ({ held: known, markets }) => {
      lookedAtMs = clock.deviceMs();
      await remember();
      const glance = await read();
      if (glance.madeAt === known) return null;
      if (markets === null) return glance;
      return { ...glance, markets: glance.markets.filter(({ market }) => markets.includes(market)) };
    },
    tick: () => {
      running ??= ask().finally(() => {
        running = null;
      });
      return running;
    },
  };
}
