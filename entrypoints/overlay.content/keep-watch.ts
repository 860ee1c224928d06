import { marketId } from '../../core/market/asset.ts';
import type { PageMarket } from '../../core/market/page-market.ts';
import { reportItem } from '../../core/io/storage-shared.ts';
import type { ViewClock } from '../../core/io/view-clock.ts';
import type { PanelStore } from '../../components/overlay/panel-store.ts';
import { sendToBackground } from './messages.ts';

/** The lease lapses after ninety seconds; two renewals may get lost. */
const RENEW_MS = 30_000;
const RETRY_MS = 3_000;

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
  let stopReading = () => {};
  /** By the device's clock, which no correction moves; null while nothing is watched. */
  let leased: { readonly atMs: number; readonly forMs: number } | null = null;

  const lease = async (market: PageMarket) => {
    const atMs = clock.deviceMs();
    leased = { atMs, forMs: RENEW_MS };
    const workerAnswers = await sendToBackground({ kind: 'watch', market });
    if (!workerAnswers) leased = { atMs, forMs: RETRY_MS };
    if (store.getState().workerAnswers !== workerAnswers) store.setState({ workerAnswers });
  };

  return {
    follow: async (market) => {
      stopReading();
      stopReading = () => {};
      leased = null;
      store.setState({ market, report: null });
      if (market?.kind !== 'perpetual') return;
      const reading = readReports(market, store, clock);
      stopReading = reading.stop;
      void lease(market);
      await reading.ready;
    },
    tick: () => {
      const { market } = store.getState();
      if (market === null || leased === null) return;
      const sinceMs = clock.deviceMs() - leased.atMs;
      // Less than nothing has passed on a clock that was set back.
      if (sinceMs >= leased.forMs || sinceMs < 0) void lease(market);
    },
    stop: () => stopReading(),
  };
}

interface Reading {
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
    ready: readStored().catch(ignoreLostContext),
    stop: () => {
      isOver = true;
      unwatch();
    },
  };
}

/** Storage is gone together with the extension; the clock finds that out and says so. */
const ignoreLostContext = () => {};
