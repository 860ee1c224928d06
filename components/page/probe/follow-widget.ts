import { attempt } from './attempt.ts';
import type { FoundWidget } from './find-charts.ts';
import type { ChartReading } from './read-chart.ts';
import { ifTrusted } from '../trusted.ts';
import { watchPlace } from './watch-place.ts';

/** A chart that moved is read in full in each frame for this long. */
const MOVING_MS = 1000;

/** A library that tells of new prices has told within this time, while its market trades. */
const TELLS_WITHIN_MS = 5000;

/** What a user moves a chart with; its own scale may move without, by its figures. */
const MOVED_BY = ['pointerdown', 'pointermove', 'wheel', 'keydown'];

export interface FollowedWidget extends FoundWidget {
  readonly readings: ChartReading[];
  /** Looks whether a chart at rest has moved; a chart in motion is read in its frames anyway. */
  readonly glance: () => void;
  /** Whether the library tells of new prices by itself, so that glances may be rare. */
  readonly tells: () => boolean;
  /** Looks in the next frame. */
  readonly stir: () => void;
  /** It may move from now on. */
  readonly wake: () => void;
  readonly end: () => void;
}

/**
 * Reads a widget's charts when they may have moved, and in every frame while they do. At rest no frame is asked for:
 * input, the library's own word of a new price, and {@link FollowedWidget.glance} wake it.
 * @param read reads the charts in full and tells of them; whether anything has changed. `isPlaced`: they stand where they
 * stood earlier in the same frame
 */
export function followWidget(
  found: FoundWidget,
  read: (widget: FollowedWidget, isPlaced: boolean) => boolean,
): FollowedWidget {
  const { view, frame, widget } = found;
  const over = new AbortController();
  let movingUntil = 0;
  let isFrameDue = false;
  let toldAt = -Infinity;

  const isMoving = () => performance.now() < movingUntil;
  const pass = (isPlaced = false) => {
    if (!over.signal.aborted && attempt(() => read(followed, isPlaced)) === true) wake();
  };
  const look = () => {
    const isStill = attempt(() => followed.readings.every((reading) => reading.isStill()));
    if (isStill !== true) pass();
  };
  const request = () => {
    if (isFrameDue || over.signal.aborted) return;
    isFrameDue = true;
    view.requestAnimationFrame(onFrame);
  };
  // Both before and after the chart's own callbacks of a frame: input has moved the scale before them, an animation
  // moves it in them. What is asked for after a frame stands behind everything that the chart asked for in it.
  const onFrame = () => {
    isFrameDue = false;
    if (!isMoving()) return look();
    pass();
    request();
    view.setTimeout(() => view.requestAnimationFrame(() => pass(true)), 0);
  };
  const wake = () => {
    movingUntil = performance.now() + MOVING_MS;
    request();
  };
  const onInput = ifTrusted((event) => {
    if (event.type !== 'pointermove' || (event as PointerEvent).buttons !== 0) wake();
  });
  // Behind the frame that the chart itself asks for once it has told.
  const onTick = () => {
    toldAt = performance.now();
    queueMicrotask(request);
  };
  // Also when the frame is hidden or removed, when its own animation frames stop.
  const place = frame === null ? null : watchPlace(frame, () => pass());

  const followed: FollowedWidget = {
    ...found,
    readings: [],
    glance: () => {
      if (!isMoving()) look();
    },
    tells: () => performance.now() - toldAt < TELLS_WITHIN_MS,
    stir: request,
    wake,
    end: () => {
      over.abort();
      place?.stop();
      attempt(() => widget.unsubscribe?.('onTick', onTick));
    },
  };
  for (const type of MOVED_BY)
    view.addEventListener(type, onInput, { capture: true, passive: true, signal: over.signal });
  attempt(() => widget.subscribe?.('onTick', onTick));
  return followed;
}
