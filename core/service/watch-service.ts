import type { Ports } from '../ledger/ports.ts';
import { type ChunkNews, IN_DOUBT } from '../ledger/row-memory.ts';
import type { Lie } from '../ledger/lie.ts';
import { takeBack } from '../ledger/take-back.ts';
import type { HeardOrders } from '../market/heard-orders.ts';
import type { Instrument } from '../market/instrument.ts';
import type { MapWindow } from '../market/map-window.ts';
import type { LevelsAt } from '../market/past-levels.ts';
import type { Tone } from '../market/tone.ts';
import type { VenueId } from '../market/venue-id.ts';
import type { MessengerId } from '../messengers/registry.ts';
import { heardOrders, storedMargins } from '../report/heard-orders.ts';
import { askAnew } from '../sources/ask-anew.ts';
import { createContextCollector } from '../sources/ask-context.ts';
import { createHostGate } from '../sources/host-gate.ts';
import type { Venue } from '../venues/venue.ts';
import { createChores } from './chores.ts';
import { sendQueued, tryMessenger } from './deliver.ts';
import { createDueMarkets, type DueMarket, NEAR_PERIOD_MS } from './due-markets.ts';
import { createQuoteFeeds, type FollowQuotes } from './follow-quotes.ts';
import { forgetAccount } from './forget-account.ts';
import { createGlances, type Glances } from './glances.ts';
import { createMapHistory, type MapHistoryRequest } from './map-history.ts';
import { type AskOwnLines, createOwnLines } from './own-lines.ts';
import { createPastLevels } from './past-levels.ts';
import { pollMarket } from './poll-market.ts';
import { createPollsUnderWay } from './polls-under-way.ts';
import { createPublishedMarkets } from './published-markets.ts';
import { quotedContract } from './quoted-contract.ts';
import { createRecovery } from './recover.ts';
import { createStorageTroubles } from './storage-troubles.ts';
import { createAccountWatch } from './watch-accounts.ts';
import { createWatchPage, type WatchPage } from './watch-page.ts';

/**
 * Polls the markets that someone wants to see. Keeps nothing in memory that a new worker would miss: what was
 * loaded, spent and refused is in the database, who watches what in storage.
 */
export interface WatchService {
  readonly watchPage: WatchPage;
  /** Polls one market now, for somebody who looks at it. @returns whether more could be asked for at once */
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

/** @param news what `ports.database` tells of its writes, where it can: else everything is read anew */
export function createWatchService(
  ports: Ports,
  venues: Readonly<Record<VenueId, Venue>>,
  news: ChunkNews = IN_DOUBT,
): WatchService {
  const { clock, database, storage } = ports;
  const gate = createHostGate(ports);
  const { watched, due, notePolled } = createDueMarkets(ports);
  const chores = createChores(ports, watched);
  const accounts = createAccountWatch(ports, gate, venues.hyperliquid, NEAR_PERIOD_MS);
  const surroundings = { ports, gate, venues, watched };
  const glances = createGlances(surroundings);
  const published = createPublishedMarkets(clock, news);
  const troubles = createStorageTroubles(ports);
  const polling = { ...surroundings, context: createContextCollector(ports), published, troubles };
  const recover = createRecovery(polling);
  const pollOnce = async (market: string, isNear: boolean): Promise<boolean> => {
    try {
      await chores.prune();
      return await pollMarket(polling, market, isNear);
    } catch (error) {
      return recover(market, error);
    }
  };
  const { poll, between } = createPollsUnderWay(pollOnce);

  /** A market of which there is more to ask for stays due. */
  const pollDue = async ({ market, isNear }: DueMarket): Promise<boolean> => {
    const deviceMs = clock.deviceMs();
    const isMore = await poll(market, isNear);
    if (!isMore) notePolled(market, deviceMs);
    return isMore;
  };

  return {
    watched,
    watchPage: createWatchPage(surroundings),
    poll: (market) => poll(market, true),
    tick: async (isAll = false) => {
      await chores.forgetTraders();
      const asked = accounts.ask(false);
      const markets = await due(isAll);
      const glanced = glances.tick().then(chores.prune);
      const polled = await Promise.allSettled([asked, glanced, sendQueued(ports), ...markets.map(pollDue)]);
      const failed = polled.find((one) => one.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
      return polled.some((one) => one.status === 'fulfilled' && one.value === true);
    },
    lookAround: glances.look,
    contractOf: async (market) => {
      const { venues: chosen, tradeAt } = await storage.readSettings();
      return quotedContract(database, market, tradeAt, [...chosen, tradeAt]);
    },
    followQuotes: createQuoteFeeds(surroundings),
    mapHistory: createMapHistory(ports, venues),
    pastLevels: createPastLevels(ports, venues),
    ownLines: createOwnLines(storage, clock.nowMs),
    heardOrders: async (market, span) => {
      const margins = published.margins(market) ?? (await storedMargins(database, market));
      return heardOrders(database, market, span, margins);
    },
    askAnew: (venue) => askAnew(database, venue),
    askAccounts: () => accounts.ask(true),
    tryMessenger: (to) => tryMessenger(ports, to),
    tryTone: async (tone) => ports.sound.play(tone, (await storage.readSettings()).sound.volume),
    forgetAccount: async (id) => {
      await forgetAccount(ports, id);
      void between(() => forgetAccount(ports, id)).catch(() => null);
    },
    takeBack: (lie) => between(() => takeBack(database, lie, clock.nowMs())),
  };
}
