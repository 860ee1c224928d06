import { marketId } from '../../core/market/asset.ts';
import type { PageMarket } from '../../core/market/page-market.ts';
import { reportItem } from '../../core/io/storage-shared.ts';
import type { ViewClock } from '../../core/io/view-clock.ts';
import type { PanelStore } from '../../components/overlay/panel-store.ts';
import { sendToBackground } from './messages.ts';

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

type Clock = Pick<ViewClock, 'nowMs' | 'deviceMs'>;

/** Keeps the worker polling the page's market and the store fed with its reports. */
export function keepWatch(store: PanelStore, clock: Clock): Watch {
  let page: PageMarket | null = null;
  let reading: Reading | null = null;
  /** By the device's clock, which no correction moves; null while nothing is watched. */
  let leased: { readonly atMs: number; readonly forMs: number } | null = null;

  const read = async (market: PageMarket) => {
    if (reading?.market !== marketId(market)) {
      reading?.stop();
      store.setState({ market, report: null });
      reading = readReports(market, store, clock);
    }
    await reading.ready;
  };

  /** The worker knows what the venue lists under the name that the page gives. */
  const lease = async (asked: PageMarket) => {
    const atMs = clock.deviceMs();
    leased = { atMs, forMs: RENEW_MS };
    const reply = await sendToBackground({ kind: 'watch', market: asked });
    if (page !== asked) return;
    const workerAnswers = reply !== null;
    const listed = reply?.ok === true ? reply.market : undefined;
    if (listed === undefined) leased = { atMs, forMs: RETRY_MS };
    const isListed = reply?.ok !== true || reply.isListed !== false;
    const state = store.getState();
    if (state.workerAnswers !== workerAnswers || state.isListed !== isListed)
      store.setState({ workerAnswers, isListed });
    if (listed !== undefined) await read(listed);
    // A worker that fails knows no better than the page; one whose venue has still to say is waited for.
    else if (reply?.ok !== true && reading === null) await read(asked);
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
        lease(page).then(() => false),
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
function readReports(market: PageMarket, store: PanelStore, { nowMs }: Clock): Reading {
  const item = reportItem(marketId(market));
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
