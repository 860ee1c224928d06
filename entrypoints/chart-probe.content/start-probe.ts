import { CHART_EVENT, MOST_CHARTS, PROBE_EVENT, PROBE_LEASE_MS } from '../../core/sites/chart-messages.ts';
import { chartsOf, findWidgets, type FoundWidget } from './find-charts.ts';
import { createChartReading, type ChartReading, type Reading } from './read-chart.ts';

/** The last picture is held for this long while a chart cannot be read: it throws for a frame or two when it is rebuilt. */
const HOLD_MS = 500;
/** A chart that moved is read in full in each frame for this long. */
const MOVING_MS = 1000;
const REST_MS = 500;

/** A chart at rest is glanced at this often: a frame's callback alone would cost more than the glance. */
const GLANCE_MS = 150;

/** What a user moves a chart with; the chart's own scale may move without, by its figures. */
const MOVED_BY = ['pointerdown', 'pointermove', 'wheel', 'keydown'];
const SWEEP_MS = 1000;
const FAST_SWEEP_MS = 250;
const FAST_SWEEPS = 20;
const SLOW_SWEEP_MS = 10_000;
const MISSES_BEFORE_SLOW = 60;

/** Said by a newer probe of the same page. */
const RETIRE = 'retire';

interface FollowedWidget extends FoundWidget {
  readonly readings: ChartReading[];
  /** Calls when the frame is hidden or removed, when its own animation frames stop. */
  readonly observer: ResizeObserver;
  /** Ends what listens in the chart's window. */
  readonly over: AbortController;
  readonly wake: () => void;
  isOver: boolean;
  /** Read in full in every frame until then. */
  movingUntil: number;
  readAt: number;
}

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
  let misses = 0;
  let timer = 0;
  let widgets: FollowedWidget[] = [];
  let slots: (Slot | undefined)[] = [];

  const tell = (chart: number, reading: Reading) => {
    const body = typeof reading === 'string' ? { state: reading } : { state: 'ready', ...reading };
    seq += 1;
    send(stringify({ seq, chart, ...body }));
  };

  /** Reads a widget's charts and tells what changed; `isDue` tells all of it. */
  const read = (widget: FollowedWidget, isDue: boolean) => {
    widget.readAt = performance.now();
    slots.forEach((slot, chart) => {
      if (slot?.owner !== widget) return;
      const now = performance.now();
      const reading = attempt(() => widget.readings[slot.index]?.read()) ?? 'loading';
      const isUnread = reading === 'loading' || reading === 'unsupported';
      if (!isUnread) slot.readAt = now;
      if (isUnread && now - slot.readAt < HOLD_MS) return;
      const text = stringify(reading);
      if (text !== slot.sent) widget.movingUntil = now + MOVING_MS;
      if (text === slot.sent && !isDue) return;
      slot.sent = text;
      tell(chart, reading);
    });
  };

  const follow = (found: FoundWidget): FollowedWidget => {
    const { view } = found;
    const over = new AbortController();
    const observer = new ResizeObserver(() => pass());
    let glance = 0;
    const pass = () => {
      if (!widget.isOver) attempt(() => read(widget, false));
    };
    const next = () => {
      if (widget.isOver) return;
      if (performance.now() < widget.movingUntil) view.requestAnimationFrame(frame);
      else glance = view.setTimeout(rest, GLANCE_MS);
    };
    // Both before and after the chart's own callbacks of a frame: input has moved the scale before them, an animation
    // moves it in them. What is asked for after a frame stands behind everything that the chart asked for in it.
    const frame = () => {
      glance = 0;
      next();
      pass();
      view.setTimeout(() => view.requestAnimationFrame(pass), 0);
    };
    const rest = () => {
      if (!isAtRest(widget)) pass();
      next();
    };
    const wake = (event?: Event) => {
      if (event?.type === 'pointermove' && (event as PointerEvent).buttons === 0) return;
      widget.movingUntil = performance.now() + MOVING_MS;
      if (glance === 0) return;
      view.clearTimeout(glance);
      glance = 0;
      view.requestAnimationFrame(frame);
    };
    const widget: FollowedWidget = {
      ...found,
      readings: [],
      observer,
      over,
      wake,
      isOver: false,
      movingUntil: 0,
      readAt: 0,
    };
    for (const type of MOVED_BY)
      view.addEventListener(type, wake, { capture: true, passive: true, signal: over.signal });
    if (found.frame !== null) observer.observe(found.frame);
    next();
    return widget;
  };

  const isFollowed = (found: FoundWidget) =>
    widgets.some(({ view, widget }) => view === found.view && widget === found.widget);

  const drop = (widget: FollowedWidget) => {
    end(widget);
    slots.forEach((slot, chart) => {
      if (slot?.owner !== widget) return;
      slots[chart] = undefined;
      tell(chart, 'gone');
    });
  };

  const look = () => {
    const found = findWidgets();
    for (const widget of widgets) {
      const isThere = found.some((other) => other.view === widget.view && other.widget === widget.widget);
      if (!isThere) drop(widget);
    }
    widgets = widgets.filter(({ isOver }) => !isOver);
    for (const widget of found.filter((candidate) => !isFollowed(candidate))) {
      widgets.push(follow(widget));
    }
    for (const widget of widgets) {
      const count = attempt(() => chartsOf(widget.widget).length) ?? widget.readings.length;
      while (widget.readings.length < count) addChart(widget);
      attempt(() => read(widget, true));
    }
    if (!slots.some((slot) => slot !== undefined)) tell(0, 'searching');
  };

  const sweep = () => {
    if (performance.now() > leaseEndsAt) return stop();
    attempt(look);
    misses = widgets.length > 0 ? 0 : misses + 1;
    sweeps += 1;
    const pause =
      sweeps < FAST_SWEEPS ? FAST_SWEEP_MS : misses > MISSES_BEFORE_SLOW ? SLOW_SWEEP_MS : SWEEP_MS;
    timer = window.setTimeout(sweep, pause);
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
    sweeps = 0;
    misses = 0;
    window.clearTimeout(timer);
    sweep();
  };

  const stop = () => {
    isRunning = false;
    window.clearTimeout(timer);
    window.removeEventListener('scroll', wake, { capture: true });
    widgets.forEach(end);
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

  order(RETIRE);
  document.addEventListener(PROBE_EVENT, obey);
}

/** Whether a chart that has not moved lately shows what it showed; all else is looked at twice a second then. */
function isAtRest({ movingUntil, readAt, readings }: FollowedWidget): boolean {
  const now = performance.now();
  if (now < movingUntil || now - readAt > REST_MS) return false;
  return attempt(() => readings.every(({ isStill }) => isStill())) === true;
}

function end(widget: FollowedWidget): void {
  widget.isOver = true;
  widget.observer.disconnect();
  widget.over.abort();
}

/** Charts throw while they are torn down; the probe has nothing to say about it. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
