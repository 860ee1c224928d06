import type { ContentScriptContext } from 'wxt/utils/content-script-context';

import { showChartBands } from '../../components/page/chart/chart-bands.ts';
import { followPage } from '../../components/page/follow-page.ts';
import { followQuote } from '../../components/overlay/follow-quote.ts';
import { keepWatch } from '../../components/overlay/keep-watch.ts';
import { showBookMarks } from '../../components/page/order-book/book-marks.ts';
import { startClock } from '../../components/page/page-clock.ts';
import { createPagePanel } from '../../components/page/page-panel.ts';
import { reportItem } from '../../core/io/storage-shared.ts';
import { siteOf } from '../../core/sites/registry.ts';
import { askChart } from './ask-chart.ts';
import { leaveWhenRemoved } from './leave-site.ts';
import { askWorker } from '../shared/ask-worker.ts';
import { answerMessages, openLine } from './messages.ts';
import { mountPanel } from './mount-panel.tsx';
import { openStore } from './open-store.ts';
import { createActions } from './panel-actions.ts';
import { readTables } from './read-tables.ts';

/** Wires page, background and panel together for the life of the page. */
export async function startOverlay(ctx: ContentScriptContext): Promise<void> {
  const site = siteOf(new URL(location.href));
  const opened = site === null ? null : await openStore(ctx, site);
  if (site === null || opened === null) return;
  const { store, clock, place } = opened;
  const actions = createActions(store, site.id, place);
  const bands = showChartBands(ctx, store, site, askChart);
  showBookMarks(ctx, store, site);
  readTables(ctx, store, site);
  const watch = keepWatch(store, {
    clock,
    ask: async (market, isOpening) => {
      const reply = await askWorker<'watch'>({ kind: 'watch', market, isOpening });
      return reply.ok ? reply.value : null;
    },
    reportsOf: reportItem,
  });
  const quotes = followQuote(store, { deviceMs: clock.deviceMs, open: openLine });
  const panel = createPagePanel(ctx, store, {
    mount: () => mountPanel(ctx, store, actions),
    onLook: bands.look,
  });
  const lookAgain = followPage(ctx, (market) => {
    const isReady = watch.follow(market);
    if (market !== null) panel.open(isReady);
  });
  leaveWhenRemoved(ctx);
  startClock(ctx, store, {
    clock,
    onTick: () => {
      lookAgain();
      watch.tick();
      quotes.tick();
      bands.tick();
      panel.tick();
    },
  });
  for (const stop of [watch.stop, quotes.stop, answerMessages(store, actions)]) ctx.onInvalidated(stop);
}
