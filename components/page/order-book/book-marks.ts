import { chartColors } from '../chart/chart-colors.ts';
import { chartBands } from '../chart/chart-marks.ts';
import type { PanelState, PanelStore } from '../../overlay/panel-store.ts';
import type { BookState } from '../../../core/sites/order-book.ts';
import type { Site } from '../../../core/sites/site.ts';
import { createBookLayer } from './book-layer.ts';
import { clippersOf } from './book-sight.ts';
import { contrastWanted, followContrast } from '../chart/contrast.ts';
import { findBook } from './find-book.ts';
import { afterFrame } from '../after-frame.ts';
import type { PageContext } from '../page-context.ts';
import { followBook } from './follow-book.ts';
import { seeBook, type KnownColumn } from './see-book.ts';

const TICK_MS = 1_000;

/** A page without a readable order book is searched ever more rarely. */
const FIRST_SEARCH_MS = 500;
const LAST_SEARCH_MS = 16_000;

/** A page may be in the middle of redrawing its order book; after so many looks it is another one. */
const MOST_MISSES = 3;

/**
 * Marks the rows of the page's own order book that lie in a band, for the life of the page, where the user wants that.
 * The page's nodes are read and never changed. What they say is not trusted: a lie moves marks in its own page at most.
 */
export function showBookMarks(ctx: PageContext, store: PanelStore, { book: hint }: Site): void {
  if (hint === undefined) return;
  const layer = createBookLayer();
  let isOn = false;
  let columns: readonly KnownColumn[] | null = null;
  let stopFollowing = () => {};
  let misses = 0;
  let searchAt = 0;
  let searchMs = FIRST_SEARCH_MS;
  let drawn = drawingOf(store.getState());

  const tell = (bookState: BookState) => {
    if (store.getState().bookState !== bookState) store.setState({ bookState });
  };

  const lose = () => {
    stopFollowing();
    columns = null;
    misses = 0;
    searchAt = 0;
    searchMs = FIRST_SEARCH_MS;
    layer.hide();
    tell('searching');
  };

  const look = (isThorough = false) => {
    if (columns === null || drawn === null || document.visibilityState !== 'visible') return;
    const seen = seeBook(columns, drawn, isThorough);
    if (seen === null) {
      layer.hide();
      tell('searching');
      misses += 1;
      if (misses >= MOST_MISSES) lose();
      return;
    }
    misses = 0;
    tell(seen.state);
    if (seen.state === 'ready') layer.paint(seen.strips, drawn.colors);
    else layer.hide();
  };

  const search = () => {
    if (!isOn || columns !== null || drawn === null) return;
    searchAt = performance.now() + searchMs;
    searchMs = Math.min(2 * searchMs, LAST_SEARCH_MS);
    const found = findBook(hint, drawn.price);
    if (found === null) return;
    columns = found.map((column) => ({
      ...column,
      clippers: clippersOf(column.list),
      places: null,
      isCovered: false,
    }));
    stopFollowing = followBook(columns, { onChange: look, onMove: () => look(true) });
    look(true);
  };

  const tick = () => {
    if (!isOn || document.visibilityState !== 'visible') return;
    if (columns?.some(({ list }) => !list.isConnected) === true) lose();
    // A dialog that opens, or a page that moves its order book, tells nobody.
    if (columns !== null) afterFrame(() => look(true));
    else if (performance.now() >= searchAt) requestIdleCallback(search, { timeout: FIRST_SEARCH_MS });
  };

  const follow = (state: PanelState, before: PanelState) => {
    const wanted = wantsMarks(state);
    const isUnchanged =
      wanted === isOn &&
      state.report === before.report &&
      state.market === before.market &&
      state.theme === before.theme &&
      state.palette === before.palette;
    if (isUnchanged) return;
    drawn = drawingOf(state);
    // Another market is another order book, though it may stand in the same place.
    if (wanted !== isOn || state.market !== before.market) lose();
    isOn = wanted;
    if (columns === null) tick();
    else look();
  };

  followContrast(ctx, () => {
    drawn = drawingOf(store.getState());
    look();
  });
  const timer = setInterval(tick, TICK_MS);
  const unsubscribe = store.subscribe(follow);
  ctx.onInvalidated(() => {
    unsubscribe();
    clearInterval(timer);
    isOn = false;
    lose();
  });
  isOn = wantsMarks(store.getState());
}

const wantsMarks = ({ market, place, bookMarks }: PanelState): boolean =>
  bookMarks && market?.kind === 'perpetual' && place.form !== 'closed' && place.bookMarks !== false;

function drawingOf({ report, market, theme, palette }: PanelState) {
  if (report === null || report.price === null || market === null) return null;
  const { multiplier } = market;
  return {
    price: report.price * multiplier,
    bands: chartBands(report, multiplier),
    colors: chartColors(theme, palette, contrastWanted()),
  };
}
