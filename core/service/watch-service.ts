import { RowsGoneError, StorageError } from '../market/errors.ts';
import { marketId } from '../market/asset.ts';
import { isLive } from '../market/bell.ts';
import type { StorageTrouble } from '../market/market-report.ts';
import type { PageMarket } from '../market/page-market.ts';
import type { Tone } from '../market/tone.ts';
import { VENUE_IDS, type VenueId } from '../market/venue-id.ts';
import type { MessengerId } from '../messengers/registry.ts';
import type { Venue } from '../venues/venue.ts';
import { askAnew } from '../sources/ask-anew.ts';
import { sendQueued, tryMessenger } from './deliver.ts';
import { forgetAccount } from './forget-account.ts';
import { coalesce } from './coalesce.ts';
import { createQuoteFeeds, type FollowQuotes } from './follow-quotes.ts';
import type { Instrument } from '../market/instrument.ts';
import { quotedContract } from './quoted-contract.ts';
import { createGlances, type Glances } from './glances.ts';
import { createContextCollector } from '../sources/ask-context.ts';
import { askVenue } from '../sources/ask-venue.ts';
import { lookUpPage, type LookedUp } from './look-up-page.ts';
import { createPageAllowance } from './page-allowance.ts';
import { createHostGate } from '../sources/host-gate.ts';
import { marketsOnPages, renewLease, watchedMarkets } from '../ledger/leases.ts';
import type { Ports } from '../ledger/ports.ts';
import { sameRows } from '../ledger/same-rows.ts';
import { dropMade, mendRows } from '../ledger/mend-rows.ts';
import { makeRoom, prune } from '../ledger/prune.ts';
import { type Lie, takeBack } from '../ledger/take-back.ts';
import { forgetTraders } from '../ledger/traders.ts';
import { createMarketMemory } from '../report/market-memory.ts';
import type { HeardOrders } from '../market/heard-orders.ts';
import { heardOrders, storedMargins } from '../report/heard-orders.ts';
import type { MapWindow } from '../market/map-window.ts';
import type { LevelsAt } from '../market/past-levels.ts';
import { createMapHistory, type MapHistoryRequest } from './map-history.ts';
import { type AskOwnLines, createOwnLines } from './own-lines.ts';
import { createPastLevels } from './past-levels.ts';
import { publish } from './publish.ts';
import { createAccountWatch } from './watch-accounts.ts';
import { createPublishedMarkets, NO_NEWS_MS } from './published-markets.ts';
import { type ChunkNews, IN_DOUBT } from '../ledger/row-memory.ts';
import { DAY_MS, HOUR_MS } from '../market/time.ts';

/** From one poll to the next of a market on a page or of a position, and of one that is on the watch list alone. */
const NEAR_PERIOD_MS = 45_000;
const LISTED_PERIOD_MS = 105_000;

/** No request starts later than this in a poll; with the longest answer a poll ends within twenty seconds. */
const POLL_MS = 10_000;

/** Shortest time between two reports while history is loading. */
const PUBLISH_GAP_MS = 300;

/** A market that was told lately and in full has one report of what all venues answer in this time. */
const GATHER_MS = 700;
const LATELY_MS = 120_000;

/** So long the user is told that rows could not be read, by the device's clock. */
const TELL_MENDED_MS = 10 * 60_000;

const PRUNE_PERIOD_MS = DAY_MS;
const FORGET_PERIOD_MS = HOUR_MS;

/**
 * Polls the markets that someone wants to see. Keeps nothing in memory that a new worker would miss: what was
 * loaded, spent and refused is in the database, who watches what in storage.
 *
 *   page, alarm -> poll -> each venue on its own: ask -> check -> commit rows
 *                            \-> report of all that is stored -> commit engine state -> write report
 */
export interface WatchService {
  /**
   * The open page `name` shows `page` now, instead of what it showed before. A market that no venue lists is not watched.
   * @returns null where the page has asked too often: it may ask again in a few seconds
   */
  readonly watchPage: (name: string, page: PageMarket) => Promise<WatchedPage | null>;
  /** Polls one market now. @returns whether more could be asked for at once */
  readonly poll: (market: string) => Promise<boolean>;
  /**
   * Polls what is watched and due, or all of it where something has changed that venues may be asked for.
   * @returns whether more could be asked for at once
   */
  readonly tick: (isAll?: boolean) => Promise<boolean>;
  /** Asks a venue without regard to what it refused before. */
  readonly askAnew: (venue: VenueId) => Promise<void>;
  /** Asks for the accounts whose addresses the user gave, for somebody who looks. @returns whether there is more to poll */
  readonly askAccounts: () => Promise<boolean>;
  /** Sends a test by a messenger. @throws RefusedError where it did not arrive */
  readonly tryMessenger: (to: MessengerId) => Promise<void>;
  /** Plays a tone as loud as warnings are. */
  readonly tryTone: (tone: Tone) => Promise<void>;
  /** Removes what was warned of an account, at once, and again what a poll that is under way may still write. @throws StorageError */
  readonly forgetAccount: (id: string) => Promise<void>;
  /** Takes back what a venue told that was not true, once no poll is under way. @throws StorageError */
  readonly takeBack: (lie: Lie) => Promise<void>;
  /** A window of the map's past for the open page `name`. */
  readonly mapHistory: (name: string, asked: MapHistoryRequest) => Promise<MapWindow | null>;
  /** The levels of a market as each daily close of the last month had left them, for the open page `name`. */
  readonly pastLevels: (name: string, market: string) => Promise<readonly LevelsAt[] | null>;
  /** The lines of the user's own positions on a page's chart. */
  readonly ownLines: AskOwnLines;
  /** The forced orders that were heard of a market between two times, epoch seconds. @throws StorageError */
  readonly heardOrders: (
    market: string,
    span: { readonly fromS: number; readonly untilS: number },
  ) => Promise<HeardOrders>;
  /** Markets that are watched now. */
  readonly watched: () => Promise<readonly string[]>;
  /** Tells an open view the price between reports. */
  readonly followQuotes: FollowQuotes;
  /** The contract by which a market is traded where the user wants it opened, or elsewhere; null where no venue lists it. */
  readonly contractOf: (market: string) => Promise<Instrument | null>;
  /** All markets at a glance, for somebody who looks at them. */
  readonly lookAround: Glances['look'];
}

/** What came of a page that wants to be watched. */
interface WatchedPage extends LookedUp {
  /** It was not watched before and wants a poll at once. */
  readonly isNew: boolean;
}

/** @param news what `ports.database` tells of its writes, where it can: else everything is read anew */
export function createWatchService(
  ports: Ports,
  venues: Readonly<Record<VenueId, Venue>>,
  news: ChunkNews = IN_DOUBT,
): WatchService {
  const gate = createHostGate(ports);
  const context = createContextCollector(ports);
  const accounts = createAccountWatch(ports, gate, venues.hyperliquid, NEAR_PERIOD_MS);
  const polls = new Map<string, Promise<boolean>>();
  const published = createPublishedMarkets(ports.clock, news);
  const mendedAtMs = new Map<string, number>();
  const polledAtMs = new Map<string, number>();
  const remade = new Set<string>();
  const mayAsk = createPageAllowance();
  let leaseTurn: Promise<unknown> = Promise.resolve();
  let takingBack: Promise<unknown> = Promise.resolve();
  /** Does `work` while no poll is under way; those that are asked for meanwhile wait. */
  const betweenPolls = async (work: () => Promise<void>): Promise<void> => {
    const done = Promise.allSettled([takingBack, ...polls.values()]).then(work);
    takingBack = done.catch(() => null);
    await done;
  };

  /** What is watched; near is what a page shows or the user holds, and not only lists. */
  const readWatched = async (): Promise<{
    readonly markets: readonly string[];
    readonly near: ReadonlySet<string>;
  }> => {
    const { storage, clock } = ports;
    const [leases, positions, bells, settings] = await Promise.all([
      storage.readLeases(),
      storage.readPositions(),
      storage.readBells(),
      storage.readSettings(),
    ]);
    const deviceMs = clock.deviceMs();
    const withBells = bells.filter((bell) => isLive(bell, clock.nowMs())).map(({ market }) => market);
    const listed = [...new Set([...withBells, ...settings.watchList])];
    return {
      markets: watchedMarkets(leases, positions, listed, deviceMs),
      near: new Set([...marketsOnPages(leases, deviceMs), ...positions.map(marketId), ...withBells]),
    };
  };
  const watched = async (): Promise<readonly string[]> => (await readWatched()).markets;

  /** `trouble` beside what else is wrong with what is kept of `market`. */
  const troubles = (market: string, ...trouble: readonly StorageTrouble[]): readonly StorageTrouble[] => {
    const isMended = ports.clock.deviceMs() - (mendedAtMs.get(market) ?? -Infinity) < TELL_MENDED_MS;
    return [
      ...(ports.database.state().isLasting ? [] : (['not-kept'] as const)),
      ...(isMended ? (['rows-lost'] as const) : []),
      ...trouble,
    ];
  };

  const pollOnce = async (market: string): Promise<boolean> => {
    const { clock } = ports;
    const same: Ports = { ...ports, database: sameRows(ports.database) };
    const deadlineMs = clock.deviceMs() + POLL_MS;
    await pruneDaily();
    const { venues: chosen, hosts } = await ports.storage.readSettings();
    const preferred = VENUE_IDS.filter((id) => chosen.includes(id));
    const asked = preferred.map((id) => venues[id]);
    const { ageMs, isLoaded } = published.last(market);
    const gatherMs = isLoaded && ageMs < LATELY_MS ? GATHER_MS : 0;
    const gapMs = Math.max(PUBLISH_GAP_MS, 2 * gatherMs);
    const tell = (): Promise<void> => published.publish(same, market, asked, troubles(market));
    const report = coalesce(tell, clock, gapMs, gatherMs);
    if (ageMs > NO_NEWS_MS) report.request();
    const surroundings = context.collect(market, report.request);
    const toHosts = gate.to(hosts);
    const outcomes = await Promise.allSettled(
      asked.map((venue) => {
        const onCommit = report.request;
        return askVenue({ ports: same, gate: toHosts, market, venue, preferred, deadlineMs, onCommit });
      }),
    );
    await Promise.allSettled([surroundings]);
    // Not while a source still holds what it read of its own rows before.
    const isMended = await mendRows(same.database, market);
    if (isMended) {
      mendedAtMs.set(market, clock.deviceMs());
      report.request();
    }
    await report.finish();
    await surroundings;
    await sendQueued(same);
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    return isMended || outcomes.some((outcome) => outcome.status === 'fulfilled' && outcome.value);
  };

  /** Does `work` unless it was done less than `periodMs` ago. */
  const nowAndThen = async (chore: string, periodMs: number, work: () => Promise<void>): Promise<void> => {
    const nowMs = ports.clock.nowMs();
    const done = await ports.database.get('chores', [chore]);
    if (done !== null && Math.abs(nowMs - done.doneAtMs) < periodMs) return;
    await work();
    await ports.database.commit([{ store: 'chores', key: [chore], value: { doneAtMs: nowMs } }]);
  };

  const pruneDaily = (): Promise<void> =>
    nowAndThen('prune', PRUNE_PERIOD_MS, async () => prune(ports, await watched()));

  /** Other people's addresses go in time also when nothing is watched. */
  const forgetHourly = (): Promise<void> =>
    nowAndThen('forget-traders', FORGET_PERIOD_MS, () => forgetTraders(ports.database, ports.clock.nowMs()));

  /**
   * What nobody foresaw may come of a row that was made here and went wrong: once a worker, what can be made again of the
   * market is. The record stays.
   */
  const remake = async (market: string, error: unknown): Promise<boolean> => {
    if (remade.has(market)) throw error;
    remade.add(market);
    published.forget(market);
    await dropMade(ports.database, market);
    mendedAtMs.set(market, ports.clock.deviceMs());
    return true;
  };

  /**
   * A full disk is answered by dropping what can be loaded again of a market that nobody watches. Where there is none
   * left, what is stored is shown as far as it goes, and the user is asked.
   * @returns whether it is worth to try again at once
   */
  const recover = async (market: string, error: unknown): Promise<boolean> => {
    if (error instanceof RowsGoneError) return true;
    if (!(error instanceof StorageError)) return remake(market, error);
    const { venues: chosen } = await ports.storage.readSettings();
    const asked = VENUE_IDS.filter((id) => chosen.includes(id)).map((id) => venues[id]);
    const hasRoom = error.isFull && (await makeRoom(ports, await watched()));
    const trouble = hasRoom ? 'room-made' : error.isFull ? 'full' : 'refused';
    const unwritten = { ...ports, database: { ...ports.database, commit: async () => {} } };
    await publish(unwritten, {
      market,
      venues: asked,
      memory: createMarketMemory(market, IN_DOUBT),
      storage: troubles(market, trouble),
    });
    return hasRoom;
  };

  const poll = (market: string): Promise<boolean> => {
    const running = polls.get(market);
    if (running !== undefined) return running;
    const started = takingBack
      .then(() => pollOnce(market))
      .catch((error: unknown) => recover(market, error))
      .finally(() => polls.delete(market));
    polls.set(market, started);
    return started;
  };

  /** What is seen follows the quote between two polls; what is listed alone is asked for by warnings and the badge. */
  const dueMarkets = async (): Promise<readonly string[]> => {
    const { markets, near } = await readWatched();
    const deviceMs = ports.clock.deviceMs();
    return markets.filter((market) => {
      const periodMs = near.has(market) ? NEAR_PERIOD_MS : LISTED_PERIOD_MS;
      return Math.abs(deviceMs - (polledAtMs.get(market) ?? -Infinity)) > periodMs;
    });
  };

  /** A market of which there is more to ask for stays due. */
  const pollDue = async (market: string): Promise<boolean> => {
    const deviceMs = ports.clock.deviceMs();
    const isMore = await poll(market);
    if (!isMore) polledAtMs.set(market, deviceMs);
    return isMore;
  };

  const glances = createGlances({ ports, gate, venues, watched });

  return {
    watched,
    lookAround: glances.look,
    contractOf: async (market) => {
      const { venues: chosen, tradeAt } = await ports.storage.readSettings();
      return quotedContract(ports.database, market, tradeAt, [...chosen, tradeAt]);
    },
    followQuotes: createQuoteFeeds({ ports, gate, venues, watched }),
    poll,
    mapHistory: createMapHistory(ports, venues),
    pastLevels: createPastLevels(ports, venues),
    ownLines: createOwnLines(ports.storage, ports.clock.nowMs),
    heardOrders: async (market, span) => {
      const margins = published.margins(market) ?? (await storedMargins(ports.database, market));
      return heardOrders(ports.database, market, span, margins);
    },
    askAnew: (venue) => askAnew(ports.database, venue),
    askAccounts: () => accounts.ask(true),
    tryMessenger: (to) => tryMessenger(ports, to),
    tryTone: async (tone) => ports.sound.play(tone, (await ports.storage.readSettings()).sound.volume),
    forgetAccount: async (id) => {
      await forgetAccount(ports, id);
      void betweenPolls(() => forgetAccount(ports, id)).catch(() => null);
    },
    takeBack: (lie) => betweenPolls(() => takeBack(ports.database, lie, ports.clock.nowMs())),
    watchPage: async (name, page) => {
      if (!mayAsk(name, ports.clock.deviceMs())) return null;
      const found = await lookUpPage({ ports, gate, venues }, page);
      if (!found.isListed) return { ...found, isNew: false };
      const shown = { market: marketId(found.market), venue: page.venue };
      const renew = async (): Promise<WatchedPage> => {
        const { storage, clock, database } = ports;
        const deviceMs = clock.deviceMs();
        const leases = await storage.readLeases();
        const isNew = !marketsOnPages(leases, deviceMs).includes(shown.market);
        await storage.writeLeases(renewLease(leases, name, shown, deviceMs));
        const value = { watchedAtMs: clock.nowMs() };
        await database.commit([{ store: 'markets', key: [shown.market], value }]);
        return { ...found, isNew };
      };
      const turn = leaseTurn.then(renew, renew);
      leaseTurn = turn.catch(() => null);
      return turn;
    },
    tick: async (isAll = false) => {
      await forgetHourly();
      const asked = accounts.ask(false);
      const markets = isAll ? await watched() : await dueMarkets();
      const glanced = glances.tick().then(pruneDaily);
      const due = [asked, glanced, sendQueued(ports), ...markets.map(pollDue)];
      const polled = await Promise.allSettled(due);
      const failed = polled.find((one) => one.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
      return polled.some((one) => one.status === 'fulfilled' && one.value === true);
    },
  };
}
