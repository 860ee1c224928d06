import { keepOwnLines, type OwnLinesSurroundings } from './keep-own-lines.ts';
import type { PanelState, PanelStore } from '../../overlay/panel-store.ts';
import type { ChartGeometry } from '../../../core/sites/chart-geometry.ts';
import {
  CHART_EVENT,
  createChartReader,
  PROBE_EVENT,
  PROBE_LEASE_MS,
  type ProbeOrder,
} from '../../../core/sites/chart-messages.ts';
import type { Site } from '../../../core/sites/site.ts';
import { drawingOf, isDrawnAlike, wantsHeat, withOwnLines } from './chart-drawing.ts';
import { chartStateOf, type KnownChart, toldOfCharts } from './chart-state.ts';
import { followContrast } from './contrast.ts';
import { createChartLayer } from './chart-layer.ts';
import { isChartCovered } from '../cover/page-cover.ts';
import type { PageContext } from '../page-context.ts';
import { wantsBands } from './wants-bands.ts';
import { type AskHeat, createChartHeat } from './heat/chart-heat.ts';
import { PROFILE_PX } from './heat/profile.ts';

const PING_MS = PROBE_LEASE_MS / 3;

/** The probe repeats itself every two seconds; a chart that it says nothing of any more is not drawn on. */
const SILENCE_MS = 5000;

/** Asks the worker for what is drawn beside the report. */
export interface AskChart {
  readonly heat: AskHeat;
  readonly own: OwnLinesSurroundings;
}

export interface ChartBands {
  /** Called each second while the page is visible. */
  readonly tick: () => void;
  /** Looks whether something of the page stands before its charts. */
  readonly look: () => void;
}

/**
 * Draws the store's bands, and the lines of the user's own positions, on the page's own charts for the life of the page. What
 * the page's world tells of them is not trusted: the worst that a lie can do is to move our lines in its own page, and each line
 * carries its price.
 */
export function showChartBands(ctx: PageContext, store: PanelStore, site: Site, ask: AskChart): ChartBands {
  // Below the rest, which comes later.
  const heat = createChartHeat(ask.heat, () => showAll());
  const layer = createChartLayer();
  const read = createChartReader();
  const charts = new Map<number, KnownChart>();
  let isOn = false;
  let pingAt = 0;
  let tickedAt = 0;
  let awakeSince = 0;
  let ratio = devicePixelRatio;
  let drawn = drawingOf(store.getState());

  const order = (detail: ProbeOrder) => document.dispatchEvent(new CustomEvent(PROBE_EVENT, { detail }));

  const clear = (chart: number) => {
    heat.clear(chart);
    layer.clear(chart);
  };

  const show = (chart: number, known: KnownChart) => {
    const { geometry } = known;
    if (!isOn || geometry === null || drawn === null) return clear(chart);
    if (chartStateOf(known, store.getState(), site) !== 'ready') return clear(chart);
    const placeHeat = wantsHeat(store.getState()) ? heat.show(chart, geometry, drawn.heat) : null;
    const bands = placeHeat === null ? 'filled' : { bracketAt: PROFILE_PX };
    layer.paint(chart, geometry, drawn.marks, drawn.colors, bands);
    // Last: text on a canvas has the browser find the styles that were written before it.
    if (placeHeat === null) heat.clear(chart);
    else placeHeat();
  };

  const tellState = () => {
    const before = store.getState();
    const told = toldOfCharts([...charts.values()], before, site);
    const dots = wantsHeat(before) ? heat.dots() : 'none';
    if (before.chartState !== told.chartState || before.timeFault !== told.timeFault || before.dots !== dots)
      store.setState({ ...told, dots });
  };

  const receive = (event: Event) => {
    const message = isOn ? read((event as CustomEvent<unknown>).detail, Date.now()) : null;
    if (message === null) return;
    const { chart, state } = message;
    const geometry = message.state === 'ready' ? message.geometry : null;
    const before = charts.get(chart);
    const isCovered = before?.isCovered ?? false;
    const known = { state, geometry, isCovered, heardAt: performance.now() };
    if (state === 'gone') charts.delete(chart);
    else charts.set(chart, known);
    // Repeated each second as a sign of life.
    if (before?.state === state && isSame(before.geometry, geometry)) return;
    show(chart, known);
    tellState();
  };

  const showAll = () => {
    for (const [chart, known] of charts) show(chart, known);
    tellState();
  };

  const turn = (on: boolean) => {
    isOn = on;
    if (on) drawn = drawingOf(store.getState());
    charts.clear();
    pingAt = performance.now() + PING_MS;
    order(on ? 'start' : 'stop');
    if (on) return;
    layer.remove();
    heat.forget();
    tellState();
  };

  const tick = () => {
    if (!isOn) return;
    const now = performance.now();
    // The browser slows a hidden page down, the probe with it.
    if (now - tickedAt > SILENCE_MS) awakeSince = now;
    tickedAt = now;
    if (now >= pingAt) {
      pingAt = now + PING_MS;
      order('ping');
    }
    let hasChanged = ratio !== devicePixelRatio;
    ratio = devicePixelRatio;
    for (const [chart, { heardAt }] of charts) {
      if (now - Math.max(heardAt, awakeSince) <= SILENCE_MS) continue;
      hasChanged = true;
      clear(chart);
      charts.delete(chart);
    }
    if (hasChanged) showAll();
    heat.mend();
    layer.mend();
  };

  const look = () => {
    let hasChanged = false;
    for (const [chart, known] of charts) {
      const isCovered = known.geometry !== null && isChartCovered(known.geometry);
      if (isCovered === known.isCovered) continue;
      hasChanged = true;
      charts.set(chart, { ...known, isCovered });
    }
    if (hasChanged) showAll();
  };

  const follow = (state: PanelState, before: PanelState) => {
    const wanted = wantsBands(state);
    // Another market may be another chart: the probe looks closely again.
    if (wanted !== isOn) turn(wanted);
    else if (isOn && state.market !== before.market) order('start');
    if (isOn && !isDrawnAlike(state, before)) redraw();
    else if (isOn && state.ownLines !== before.ownLines && drawn !== null) {
      drawn = withOwnLines(drawn, state);
      showAll();
    }
  };

  const redraw = () => {
    drawn = drawingOf(store.getState());
    showAll();
  };

  followContrast(ctx, redraw);
  document.addEventListener(CHART_EVENT, receive);
  const unsubscribe = store.subscribe(follow);
  ctx.onInvalidated(keepOwnLines(store, ask.own));
  ctx.onInvalidated(() => {
    unsubscribe();
    document.removeEventListener(CHART_EVENT, receive);
    turn(false);
  });
  if (wantsBands(store.getState())) turn(true);
  return { tick, look };
}

const isSame = (a: ChartGeometry | null, b: ChartGeometry | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
