import { marketId } from '../../core/market/asset.ts';
import type { PageMarket } from '../../core/market/page-market.ts';
import { reportItem } from '../../core/io/storage-shared.ts';
import type { PanelStore } from '../../components/overlay/panel-store.ts';
import { sendToBackground } from './messages.ts';

/** The lease lapses after ninety seconds; two renewals may get lost. */
const RENEW_MS = 30_000;
const RETRY_MS = 3_000;

export interface Watch {
  /** Watches another market, or none; the promise holds until its stored report was read. */
  readonly follow: (market: PageMarket | null) => Promise<void>;
  /** Renews the lease if it is time; called each second while the page is visible. */
  readonly tick: (nowMs: number) => void;
  readonly stop: () => void;
}

/** Keeps the worker polling the page's market and the store fed with its reports. */
export function keepWatch(store: PanelStore): Watch {
  let stopReading = () => {};
  let nextLeaseMs = Infinity;

  const lease = async (market: PageMarket, nowMs: number) => {
    nextLeaseMs = nowMs + RENEW_MS;
    const workerAnswers = await sendToBackground({ kind: 'watch', market });
    if (!workerAnswers) nextLeaseMs = nowMs + RETRY_MS;
    if (store.getState().workerAnswers !== workerAnswers) store.setState({ workerAnswers });
  };

  return {
    follow: async (market) => {
      stopReading();
      stopReading = () => {};
      nextLeaseMs = Infinity;
      store.setState({ market, report: null });
      if (market?.kind !== 'perpetual') return;
      const reading = readReports(market, store);
      stopReading = reading.stop;
      void lease(market, Date.now());
      await reading.ready;
    },
    tick: (nowMs) => {
      const { market } = store.getState();
      if (market !== null && nowMs >= nextLeaseMs) void lease(market, nowMs);
    },
    stop: () => stopReading(),
  };
}

interface Reading {
  readonly ready: Promise<void>;
  readonly stop: () => void;
}

/** Puts the stored and every later report of `market` into the store. */
function readReports(market: PageMarket, store: PanelStore): Reading {
  const item = reportItem(marketId(market));
  let isOver = false;
  const unwatch = item.watch((report) => store.setState({ report, nowMs: Date.now() }));
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
