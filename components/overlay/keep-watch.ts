import { marketId } from '../../core/market/asset.ts';
import type { MarketReport } from '../../core/market/market-report.ts';
import type { PageMarket } from '../../core/market/page-market.ts';
import type { PanelStore } from './panel-store.ts';

/** The lease lapses after ninety seconds; two renewals may get lost. */
const RENEW_MS = 30_000;
const RETRY_MS = 3_000;

/** A worker that has not said by then what the page shows is believed to agree with the page. */
const ANSWER_MS = 2_500;

export interface Watch {
  /** Watches another market, or none; the promise holds until its stored report was read. */
  readonly follow: (market: PageMarket | null) => Promise<void>;
  /** Renews the lease if it is time; called each second while the page is visible. */
  readonly tick: () => void;
  readonly stop: () => void;
}

/** What the worker says of a market that a page shows. */
export interface WatchAnswer {
  /** As its venue lists it; absent while that is not known. */
  readonly market?: PageMarket;
  /** False for what no venue lists. */
  readonly isListed?: boolean;
}

/** What stands behind a page that is watched. */
export interface WatchSurroundings {
  /** The venues' and the device's time. */
  readonly clock: { readonly nowMs: () => number; readonly deviceMs: () => number };
  /**
   * Asks the worker to watch, at the page's opening to poll as well; null where it does not answer, or cannot do it.
   */
  readonly ask: (market: PageMarket, isOpening: boolean) => Promise<WatchAnswer | null>;
  /** The stored reports of a market, by its id. */
  readonly reportsOf: (market: string) => {
    readonly getValue: () => Promise<MarketReport | null>;
    readonly watch: (onChange: (report: MarketReport | null) => void) => () => void;
  };
}

/** Keeps the worker polling the page's market and the store fed with its reports. */
export function keepWatch(store: PanelStore, surroundings: WatchSurroundings): Watch {
  const { clock } = surroundings;
  let page: PageMarket | null = null;
  let reading: Reading | null = null;
  /** By the device's clock, which no correction moves; null while nothing is watched. */
  let leased: { readonly atMs: number; readonly forMs: number } | null = null;

  const read = async (market: PageMarket) => {
    if (reading?.market !== marketId(market)) {
      reading?.stop();
      store.setState({ market, report: null });
      reading = readReports(market, store, surroundings);
    }
    await reading.ready;
  };

  /** The worker knows what the venue lists under the name that the page gives. */
  const lease = async (asked: PageMarket, isOpening = false) => {
    const atMs = clock.deviceMs();
    leased = { atMs, forMs: RENEW_MS };
    const answer = await surroundings.ask(asked, isOpening);
    if (page !== asked) return;
    const workerAnswers = answer !== null;
    const listed = answer?.market;
    if (listed === undefined) leased = { atMs, forMs: RETRY_MS };
    const isListed = answer?.isListed !== false;
    const state = store.getState();
    if (state.workerAnswers !== workerAnswers || state.isListed !== isListed)
      store.setState({ workerAnswers, isListed });
    if (listed !== undefined) await read(listed);
    // A worker that fails knows no better than the page; one whose venue has still to say is waited for.
    else if (!workerAnswers && reading === null) await read(asked);
  };

  return {
    follow: async (market) => {
      reading?.stop();
      reading = null;
      leased = null;
      page = market?.kind === 'perpetual' ? market : null;
      store.setState({ market, report: null, isListed: true });
      if (page === null) return;
      const isLate = await Promise.race([
        lease(page, true).then(() => false),
        new Promise<boolean>((resolve) => setTimeout(() => resolve(true), ANSWER_MS)),
      ]);
      if (isLate && page === market && reading === null) await read(market);
    },
    tick: () => {
      if (page === null || leased === null) return;
      const sinceMs = clock.deviceMs() - leased.atMs;
      // Less than nothing has passed on a clock that was set back.
      if (sinceMs >= leased.forMs || sinceMs < 0) void lease(page);
    },
    stop: () => reading?.stop(),
  };
}

interface Reading {
  /** Id of the market whose reports are read. */
  readonly market: string;
  readonly ready: Promise<void>;
  readonly stop: () => void;
}

/** Puts the stored and every later report of `market` into the store. */
function readReports(
  market: PageMarket,
  store: PanelStore,
  { clock: { nowMs }, reportsOf }: WatchSurroundings,
): Reading {
  const item = reportsOf(marketId(market));
  let isOver = false;
  const unwatch = item.watch((report) => store.setState({ report, nowMs: nowMs() }));
  const readStored = async () => {
    const report = await item.getValue();
    // What came by the watch in the meantime is newer.
    if (!isOver && store.getState().report === null) store.setState({ report });
  };
  return {
    market: marketId(market),
    ready: readStored().catch(ignoreLostContext),
    stop: () => {
      isOver = true;
      unwatch();
    },
  };
}

/** Storage is gone together with the extension; the clock finds that out and says so. */
const ignoreLostContext = () => {};
