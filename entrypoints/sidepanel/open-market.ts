import { keepWatch, type WatchAnswer } from '../../components/overlay/keep-watch.ts';
import { followQuote } from '../../components/overlay/follow-quote.ts';
import { createPanelStore, type PanelStore } from '../../components/overlay/panel-store.ts';
import { themeOf } from '../../components/ui/theme.ts';
import { dismissedWarningsItem, reportItem } from '../../core/io/storage-shared.ts';
import { settingsItem } from '../../core/io/user-items.ts';
import type { ViewClock } from '../../core/io/view-clock.ts';
import type { Settings } from '../../core/ledger/settings/settings.ts';
import type { PageMarket } from '../../core/market/page-market.ts';
import { askWorker } from '../shared/ask-worker.ts';
import { openQuoteLine } from '../shared/open-quote-line.ts';

export interface OpenMarket {
  readonly store: PanelStore;
  readonly show: (market: PageMarket) => void;
  /** Called each second. */
  readonly tick: () => void;
}

/** One market at a time with all that is known of it, watched as long as this view is open. */
export async function openMarket(clock: ViewClock, settings: Settings): Promise<OpenMarket> {
  const chosen = (from: Settings) => ({
    theme: themeOf(from),
    palette: from.palette,
    listening: from.listening,
    mapChoices: from.mapChoices,
  });
  const now = () => ({ nowMs: clock.nowMs(), clockOffsetMs: clock.offsetMs(), online: navigator.onLine });
  const dismissed = await dismissedWarningsItem.getValue();
  const store = createPanelStore({ ...chosen(settings), ...now(), dismissed });
  settingsItem.watch((next) => store.setState(chosen(next)));
  dismissedWarningsItem.watch((ids) => store.setState({ dismissed: ids }));
  const watch = keepWatch(store, { clock, ask: askToWatch, reportsOf: reportItem });
  const quotes = followQuote(store, { deviceMs: clock.deviceMs, open: openQuoteLine });
  const tick = (): void => {
    store.setState(now());
    if (document.visibilityState !== 'visible') return;
    watch.tick();
    quotes.tick();
  };
  return { store, show: (market) => void watch.follow(market), tick };
}

/** This view is no page of the venue's: without one, nothing may listen to that venue. */
async function askToWatch(market: PageMarket, isOpening: boolean): Promise<WatchAnswer | null> {
  const own = { ...market, venue: 'side-panel' };
  const reply = await askWorker<'watch'>({ kind: 'watch', market: own, isOpening });
  if (!reply.ok) return null;
  const { market: listed, ...answer } = reply.value;
  return listed === undefined ? answer : { ...answer, market: { ...listed, venue: market.venue } };
}
