import { CHART_EVENT, MOST_CHARTS, PROBE_EVENT, PROBE_LEASE_MS } from '../../../core/sites/chart-messages.ts';
import { attempt } from './attempt.ts';
import { chartsOf, findWidgets, type FoundWidget } from './find-charts.ts';
import { followWidget, type FollowedWidget } from './follow-widget.ts';
import { createChartReading, type Reading } from './read-chart.ts';

/** The last picture is held for this long while a chart cannot be read: it throws for a frame or two when it is rebuilt. */
const HOLD_MS = 500;

/** Charts at rest are glanced at this often: the longest that one may move unseen while nothing tells of it. */
const GLANCE_MS = 250;
const TOLD_GLANCE_MS = 1000;

/** A press in the page may be one on its own controls of the chart. */
const PRESSES = ['pointerup', 'keyup'];
const AFTER_PRESS_MS = 3000;

/** The page is searched for charts, and all of them are told again, this often once one was found. */
const SWEEP_MS = 2000;
const FAST_SWEEP_MS = 250;
const FAST_SWEEPS = 20;
const SEARCH_MS = 1000;
const SLOW_SEARCH_MS = 10_000;
const MISSES_BEFORE_SLOW = 60;

/** Said by a newer probe of the same page. */
const RETIRE = 'retire';

/** A chart's slot in the messages. */
interface Slot {
  readonly owner: FollowedWidget;
  readonly index: number;
  sent: string;
  readAt: number;
}

/**
 * Tells of the page's charts, and only reads them: no function of the page is replaced, nothing is drawn. Sleeps
 * until it is started, stops when it was not pinged for {@link PROBE_LEASE_MS}.
 */
export function startProbe(): void {
  // Taken before the page's scripts run, so that the page cannot change what they do.
  const { stringify } = JSON;
  const Message = CustomEvent;
  const send = (detail: string) => document.dispatchEvent(new Message(CHART_EVENT, { detail }));
  const order = (detail: string) => document.dispatchEvent(new Message(PROBE_EVENT, { detail }));

  let isRunning = false;
  let leaseEndsAt = 0;
  let seq = 0;
  let sweeps = 0;
  let sweepAt = 0;
  let misses = 0;
  let timer = 0;
  let pressedAt = -Infinity;
  let widgets: FollowedWidget[] = [];
  let slots: (Slot | undefined)[] = [];

  const tell = (chart: number, reading: Reading) => {
    const body = typeof reading === 'string' ? { state: reading } : { state: 'ready', ...reading };
    seq += 1;
    send(stringify({ seq, chart, ...body }));
  };

  /** Reads a widget's charts and tells what changed, or all of it; whether anything changed. */
  const read = (widget: FollowedWidget, tellsAll: boolean, isPlaced = false): boolean => {
    let hasChanged = false;
    slots.forEach((slot, chart) => {
      if (slot?.owner !== widget) return;
      const now = performance.now();
      const reading = attempt(() => widget.readings[slot.index]?.read(isPlaced)) ?? 'loading';
      const isUnread = reading === 'loading' || reading === 'unsupported';
      if (!isUnread) slot.readAt = now;
      if (isUnread && now - slot.readAt < HOLD_MS) return;
      const text = stringify(reading);
      if (text === slot.sent && !tellsAll) return;
      hasChanged ||= text !== slot.sent;
      slot.sent = text;
      tell(chart, reading);
    });
    return hasChanged;
  };

  const isFollowed = (found: FoundWidget) =>
    widgets.some(({ view, widget }) => view === found.view && widget === found.widget);

  const drop = (widget: FollowedWidget) => {
    widget.end();
    slots.forEach((slot, chart) => {
      if (slot?.owner !== widget) return;
      slots[chart] = undefined;
      tell(chart, 'gone');
    });
  };

  const look = () => {
    const found = findWidgets();
    widgets = widgets.filter((widget) => {
      const isThere = found.some((other) => other.view === widget.view && other.widget === widget.widget);
      if (!isThere) drop(widget);
      return isThere;
    });
    for (const widget of found.filter((candidate) => !isFollowed(candidate)))
      widgets.push(followWidget(widget, (followed, isPlaced) => read(followed, false, isPlaced)));
    for (const widget of widgets) {
      const count = attempt(() => chartsOf(widget.widget).length) ?? widget.readings.length;
      while (widget.readings.length < count) addChart(widget);
      if (read(widget, true)) widget.wake();
    }
    if (!slots.some((slot) => slot !== undefined)) tell(0, 'searching');
  };

  const sweep = () => {
    attempt(look);
    misses = widgets.length > 0 ? 0 : misses + 1;
    sweeps += 1;
    const searchMs = misses > MISSES_BEFORE_SLOW ? SLOW_SEARCH_MS : SEARCH_MS;
    return sweeps < FAST_SWEEPS ? FAST_SWEEP_MS : widgets.length > 0 ? SWEEP_MS : searchMs;
  };

  const beat = () => {
    const now = performance.now();
    if (now > leaseEndsAt) return stop();
    if (now >= sweepAt) sweepAt = now + sweep();
    else for (const widget of widgets) widget.glance();
    const isQuiet = now - pressedAt > AFTER_PRESS_MS && widgets.every(({ tells }) => tells());
    const glanceMs = isQuiet ? TOLD_GLANCE_MS : GLANCE_MS;
    const pauseMs = widgets.length > 0 && sweeps >= FAST_SWEEPS ? glanceMs : sweepAt - now;
    if (isRunning) timer = window.setTimeout(beat, pauseMs);
  };

  const addChart = (owner: FollowedWidget) => {
    const index = owner.readings.length;
    owner.readings.push(createChartReading(owner, index));
    const free = Array.from({ length: MOST_CHARTS }).findIndex((_, chart) => slots[chart] === undefined);
    if (free >= 0) slots[free] = { owner, index, sent: '', readAt: 0 };
  };

  const start = () => {
    isRunning = true;
    window.addEventListener('scroll', wake, { capture: true, passive: true });
    for (const type of PRESSES) window.addEventListener(type, onPress, { capture: true, passive: true });
    sweeps = 0;
    misses = 0;
    sweepAt = 0;
    window.clearTimeout(timer);
    beat();
  };

  const stop = () => {
    isRunning = false;
    window.clearTimeout(timer);
    window.removeEventListener('scroll', wake, { capture: true });
    for (const type of PRESSES) window.removeEventListener(type, onPress, { capture: true });
    for (const widget of widgets) widget.end();
    widgets = [];
    slots = [];
  };

  const obey = (event: Event) => {
    const { detail } = event as CustomEvent<unknown>;
    if (detail === RETIRE || detail === 'stop') stop();
    if (detail === RETIRE) document.removeEventListener(PROBE_EVENT, obey);
    if (detail !== 'start' && detail !== 'ping') return;
    leaseEndsAt = performance.now() + PROBE_LEASE_MS;
    if (detail === 'start' || !isRunning) start();
  };

  /** What scrolls may carry the charts along. */
  const wake = () => {
    for (const widget of widgets) widget.wake();
  };

  const onPress = () => {
    pressedAt = performance.now();
    for (const widget of widgets) widget.stir();
    if (widgets.length === 0) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(beat, GLANCE_MS);
  };

  order(RETIRE);
  document.addEventListener(PROBE_EVENT, obey);
}
