import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';

import type { PanelActions } from '../../components/overlay/panel-actions.ts';
import { createPanelStore, type PanelStore } from '../../components/overlay/panel-store.ts';
import { fitPlace, undockedPlace } from '../../components/overlay/place.ts';
import { dismissedWarningsItem, placeItem, settingsItem } from '../../core/io/storage-shared.ts';
import { openViewClock, type ViewClock } from '../../core/io/view-clock.ts';
import { marketId } from '../../core/market/asset.ts';
import { siteOf } from '../../core/sites/registry.ts';
import type { PageAnswer, PageMessage } from '../../core/service/messages.ts';
import type { PanelPlace } from '../../core/ledger/stored.ts';
import { showBookMarks } from '../../components/page/order-book/book-marks.ts';
import { showChartBands } from '../../components/page/chart/chart-bands.ts';
import { findDock } from '../../components/page/cover/find-dock.ts';
import { lookAfterInput } from '../../components/page/follow-input.ts';
import { followPage } from '../../components/page/follow-page.ts';
import { keepWatch } from './keep-watch.ts';
import { leaveWhenRemoved } from './leave-site.ts';
import { isExtensionAlive, sendToBackground } from './messages.ts';
import { mountPanel, type MountedPanel } from './mount-panel.tsx';
import { isPanelInTheWay } from '../../components/page/cover/page-cover.ts';
import { followTheme, pageTheme } from '../../components/page/page-theme.ts';

const TICK_MS = 1000;

/** What the page opens of itself is noticed after so many ticks; what the user opens, at once. */
const LOOK_TICKS = 5;

/** A panel whose extension is gone asks for a reload for this many visible seconds and then leaves. */
const FAREWELL_TICKS = 30;

/** Wires page, background and panel together for the life of the page. */
export async function startOverlay(ctx: ContentScriptContext): Promise<void> {
  const pageSite = siteOf(new URL(location.href));
  if (pageSite === null) return;
  const site = pageSite.id;
  const [clock, place, settings, dismissed] = await Promise.all([
    openViewClock(),
    placeItem(site).getValue(),
    settingsItem.getValue(),
    dismissedWarningsItem.getValue(),
  ]);
  if (ctx.isInvalid) return clock.stop();
  const store = createPanelStore({
    nowMs: clock.nowMs(),
    clockOffsetMs: clock.offsetMs(),
    online: navigator.onLine,
    place: place === null ? undockedPlace(windowSize()) : fitPlace(place, windowSize()),
    theme: settings.theme === 'page' ? pageTheme() : settings.theme,
    palette: settings.palette,
    dismissed,
    listening: settings.listening,
    hasBook: pageSite.book !== undefined,
    bookMarks: settings.bookMarks === true,
  });
  let chosenTheme = settings.theme;
  const unwatchSettings = settingsItem.watch(({ theme, palette, bookMarks, listening }) => {
    chosenTheme = theme;
    store.setState({
      palette,
      theme: theme === 'page' ? pageTheme() : theme,
      bookMarks: bookMarks === true,
      listening,
    });
  });
  const unwatchDismissed = dismissedWarningsItem.watch((ids) => store.setState({ dismissed: ids }));
  followTheme(ctx, (theme) => {
    if (chosenTheme === 'page') store.setState({ theme });
  });
  ctx.addEventListener(window, 'online', () => store.setState({ online: true }));
  ctx.addEventListener(window, 'offline', () => store.setState({ online: false }));
  ctx.addEventListener(window, 'resize', () =>
    store.setState(({ place: current }) => ({ place: fitPlace(current, windowSize()) })),
  );

  const bands = showChartBands(ctx, store, pageSite);
  showBookMarks(ctx, store, pageSite);
  const watch = keepWatch(store, clock);
  let panel: Promise<void> | null = null;
  let mounted: MountedPanel | null = null;
  const openPanel = async (isReady: Promise<void>) => {
    const [dock] = await Promise.all([place === null ? findDock(ctx) : null, isReady]);
    // The shortcut may have closed the panel in the meantime.
    if (dock !== null && store.getState().place.form !== 'closed') store.setState({ place: dock });
    mounted = await mountPanel(ctx, store, createActions(store, site));
  };
  const lookForCover = () => {
    bands.look();
    const box = mounted?.box() ?? null;
    const isInTheWay = box !== null && isPanelInTheWay(box);
    if (isInTheWay !== store.getState().isInTheWay) store.setState({ isInTheWay });
  };
  lookAfterInput(ctx, lookForCover);
  let ticks = 0;
  const lookAgain = followPage(ctx, (market) => {
    const isReady = watch.follow(market);
    // Most pages of a site show no market; they are not charged for a panel.
    if (market !== null) panel ??= openPanel(isReady);
  });
  const stopAnswering = answerMessages(store, site);
  leaveWhenRemoved(ctx);
  const stopClock = startClock(store, {
    clock,
    onTick: () => {
      lookAgain();
      watch.tick();
      bands.tick();
      ticks += 1;
      // When the browser is idle, so that measuring forces no layout while the page works.
      if (ticks % LOOK_TICKS === 0) requestIdleCallback(lookForCover, { timeout: TICK_MS });
    },
    onFarewell: () => void panel?.then(() => mounted?.remove()),
  });
  ctx.onInvalidated(() => {
    stopClock();
    clock.stop();
    watch.stop();
    unwatchSettings();
    unwatchDismissed();
    stopAnswering();
  });
}

const windowSize = () => ({ width: document.documentElement.clientWidth, height: window.innerHeight });

interface ClockHandlers {
  readonly clock: ViewClock;
  readonly onTick: () => void;
  readonly onFarewell: () => void;
}

/** Ticks while the page is visible; notices when the extension is gone. Not the context's timer, which would remove the panel at once. */
function startClock(store: PanelStore, { clock, onTick, onFarewell }: ClockHandlers): () => void {
  let farewell = 0;
  const tick = () => {
    if (document.visibilityState !== 'visible') return;
    if (isExtensionAlive()) {
      store.setState({ nowMs: clock.nowMs(), clockOffsetMs: clock.offsetMs() });
      onTick();
      return;
    }
    if (farewell === 0) store.setState({ contextValid: false });
    farewell += 1;
    if (farewell <= FAREWELL_TICKS) return;
    clearInterval(timer);
    onFarewell();
  };
  const timer = setInterval(tick, TICK_MS);
  document.addEventListener('visibilitychange', tick);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', tick);
  };
}

function createActions(store: PanelStore, site: string): PanelActions {
  return {
    onPlace: (place) => void sendToBackground({ kind: 'save-place', site, place }),
    onReload: () => location.reload(),
    onSnooze: (id, forMs) => void sendToBackground({ kind: 'snooze-warning', id, forMs }),
    onPermission: () => void sendToBackground({ kind: 'open-popup' }),
    onHosts: () => void sendToBackground({ kind: 'open-options', section: 'venues' }),
    onListeningOptions: () => void sendToBackground({ kind: 'open-options', section: 'listening' }),
    onListenToOwnPages: () => void sendToBackground({ kind: 'listen-to-own-pages' }),
    onRecord: () => {
      const { market } = store.getState();
      if (market !== null) void sendToBackground({ kind: 'open-record', market: marketId(market) });
    },
    onRefresh: () => {
      const { market } = store.getState();
      if (market !== null) void sendToBackground({ kind: 'refresh', market: marketId(market) });
    },
  };
}

/** Answers the toggle command and the popup's question; returns what ends it. */
function answerMessages(store: PanelStore, site: string): () => void {
  const answer = (message: PageMessage, _sender: unknown, reply: (answer: PageAnswer) => void): void => {
    if (message.kind === 'which-market') reply({ market: store.getState().market });
    if (message.kind === 'toggle-panel') {
      const { place } = store.getState();
      const form: PanelPlace['form'] = place.form === 'closed' ? 'open' : 'closed';
      const next = { ...place, form };
      store.setState({ place: next });
      void sendToBackground({ kind: 'save-place', site, place: next });
    }
  };
  browser.runtime.onMessage.addListener(answer);
  return () => {
    if (isExtensionAlive()) browser.runtime.onMessage.removeListener(answer);
  };
}
