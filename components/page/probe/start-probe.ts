import { CHART_EVENT, MOST_CHARTS, PROBE_EVENT, PROBE_LEASE_MS } from '../../../core/sites/chart-messages.ts';
import { attempt } from './attempt.ts';
import { chartsOf, findWidgets, type FoundWidget } from './find-charts.ts';
import { followWidget, type FollowedWidget } from './follow-widget.ts';
import { createChartReading, type Reading } from './read-chart.ts';
import { ifTrusted } from '../trusted.ts';

/** The last picture is held for this long while a chart cannot be read: it throws for a frame or two when it is rebuilt. */
const HOLD_MS = 500;

/** Charts at rest are glanced at this often: the longest that one may move unseen while nothing tells of it. */
const GLANCE_MS = 250;
const TOLD_GLANCE_MS = 1000;

/** A press in the page may be one on its own controls of the chart. */
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

const isSame =
  (a: FoundWidget) =>
  (b: FoundWidget): boolean =>
    a.view === b.view && a.widget === b.widget;

/**
 * Tells of the page's charts, and only reads them: no function of the page is replaced, nothing is drawn. Sleeps
 * until it is started, stops when it was not pinged for {@link PROBE_LEASE_MS}.
 */
export function startProbe(): void {
  // Taken before the page's scripts run, so that the page cannot change what they do.
  const { stringify } = JSON;
  const Message = CustomEvent;
  const dispatch = document.dispatchEvent.bind(document);
  const send = (type: string, detail: string) => dispatch(new Message(type, { detail }));

  const over = new AbortController();
  /** Ends what is heard while the probe does not sleep; set by its first start. */
  let awake!: AbortController;
  let isHeard = false;
  let leaseEndsAt = 0;
  let seq = 0;
  let sweeps = 0;
  let sweepAt = 0;
  let misses = 0;
  /** Of the next beat; none while it sleeps. */
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pressedAt = -Infinity;
  let widgets: FollowedWidget[] = [];
  const slots = Array.from<Slot | undefined>({ length: MOST_CHARTS });

  const tell = (chart: number, reading: Reading) => {
    if (!isHeard) return;
    const body = typeof reading === 'string' ? { state: reading } : { state: 'ready', ...reading };
    seq += 1;
    send(CHART_EVENT, stringify({ seq, chart, ...body }));
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
      const isThere = found.some(isSame(widget));
      if (!isThere) drop(widget);
      return isThere;
    });
    for (const widget of found.filter((candidate) => !widgets.some(isSame(candidate))))
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
    if (now > leaseEndsAt) return sleep();
    if (now >= sweepAt) sweepAt = now + sweep();
    else for (const widget of widgets) widget.glance();
    const isQuiet = now - pressedAt > AFTER_PRESS_MS && widgets.every(({ tells }) => tells());
    const glanceMs = isQuiet ? TOLD_GLANCE_MS : GLANCE_MS;
    const pauseMs = widgets.length > 0 && sweeps >= FAST_SWEEPS ? glanceMs : sweepAt - now;
    timer = setTimeout(beat, pauseMs);
  };

  const addChart = (owner: FollowedWidget) => {
    const index = owner.readings.length;
    owner.readings.push(createChartReading(owner, index));
    const free = slots.indexOf(undefined);
    if (free >= 0) slots[free] = { owner, index, sent: '', readAt: 0 };
  };

  const listen = (type: string, act: (event: Event) => void) =>
    addEventListener(type, act, { capture: true, passive: true, signal: awake.signal });

  const start = () => {
    if (timer === undefined) {
      awake = new AbortController();
      listen('scroll', wake);
      listen('pointerup', onPress);
      listen('keyup', onPress);
    }
    const isLooking = timer !== undefined && sweeps < FAST_SWEEPS;
    sweeps = 0;
    misses = 0;
    if (isLooking) return;
    sweepAt = 0;
    clearTimeout(timer);
    beat();
  };

  const sleep = () => {
    timer = undefined;
    awake.abort();
    widgets.forEach(drop);
    widgets = [];
  };

  const obey = (event: Event) => {
    const { detail } = event as CustomEvent<unknown>;
    if (detail === RETIRE) over.abort();
    isHeard = detail === 'start' || detail === 'ping';
    // Silent at once, it falls asleep later: the page can say so, and the other, as often as it likes.
    leaseEndsAt = performance.now() + (isHeard ? PROBE_LEASE_MS : SWEEP_MS);
    if (!isHeard) return;
    if (detail === 'start' || timer === undefined) start();
  };

  /** What scrolls may carry the charts along. */
  const wake = ifTrusted(() => {
    for (const widget of widgets) widget.wake();
  });

  const onPress = ifTrusted(() => {
    pressedAt = performance.now();
    for (const widget of widgets) widget.stir();
    if (widgets.length === 0) return;
    clearTimeout(timer);
    timer = setTimeout(beat, GLANCE_MS);
  });

  send(PROBE_EVENT, RETIRE);
  document.addEventListener(PROBE_EVENT, obey, { signal: over.signal });
}
