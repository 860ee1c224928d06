import { useRef } from 'preact/hooks';

import type { HeatFrame } from './heat-frame.ts';
import type { HeatView, ZoomFactors, ZoomPlace } from './heat-view.ts';

/** A place of the map that is pointed at. */
export interface PointedPlace {
  readonly atS: number;
  /** In the units of the page. */
  readonly price: number;
}

export interface ViewMoves {
  /** By shares of the picture; to the right and upwards is later and dearer. */
  readonly onPan: (across: number, up: number) => void;
  readonly onZoom: (factors: ZoomFactors, at: ZoomPlace) => void;
  readonly onHome: () => void;
}

/** One notch of a wheel, and one press of a key. */
const WHEEL_PX = 400;
const KEY_ZOOM = 1.25;
const KEY_PAN = 0.1;

/** A press whose pointer has gone further is a drag. */
const PRESS_PX = 4;

const MIDDLE = { x: 0.5, y: 0.5 };

/** What a wheel turns: over the prices prices, over the times times, over the map both. */
function factorsAt(frame: HeatFrame, x: number, y: number, factor: number): ZoomFactors {
  if (x < frame.left) return { time: 1, price: factor };
  if (y > frame.top + frame.height) return { time: factor, price: 1 };
  return { time: factor, price: factor };
}

/**
 * Handlers of a canvas: the wheel zooms where it points, dragging moves, pointing names a place, pressing takes it, and so
 * does asking for its menu.
 */
export function useViewPointer(
  frame: HeatFrame | null,
  { onPan, onZoom, onHome }: ViewMoves,
  onPoint: (place: PointedPlace | null) => void,
  onPress?: (place: PointedPlace) => void,
) {
  const drag = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const pressed = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const placeAt = ({ offsetX, offsetY }: MouseEvent): PointedPlace | null => {
    if (frame === null) return null;
    const [x, y] = [offsetX * frame.ratio, offsetY * frame.ratio];
    const isInside =
      x >= frame.left && x < frame.left + frame.width && y >= frame.top && y < frame.top + frame.height;
    return isInside ? { atS: frame.atOf(x), price: frame.priceOf(y) } : null;
  };
  return {
    onPointerDown: (event: PointerEvent & { readonly currentTarget: HTMLElement }) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      drag.current = { x: event.offsetX, y: event.offsetY };
      pressed.current = drag.current;
    },
    onPointerMove: (event: PointerEvent) => {
      if (frame === null) return;
      const { ratio } = frame;
      const { offsetX, offsetY } = event;
      const from = drag.current;
      if (from !== null) {
        drag.current = { x: offsetX, y: offsetY };
        onPan(((from.x - offsetX) * ratio) / frame.width, ((offsetY - from.y) * ratio) / frame.height);
      }
      onPoint(placeAt(event));
    },
    onPointerUp: (event: PointerEvent) => {
      const from = pressed.current;
      const place = placeAt(event);
      drag.current = null;
      pressed.current = null;
      if (from === null || place === null) return;
      if (Math.hypot(event.offsetX - from.x, event.offsetY - from.y) < PRESS_PX) onPress?.(place);
    },
    onPointerCancel: () => {
      drag.current = null;
      pressed.current = null;
    },
    onPointerLeave: () => onPoint(null),
    onContextMenu: (event: MouseEvent) => {
      const place = placeAt(event);
      if (onPress === undefined || place === null) return;
      event.preventDefault();
      onPress(place);
    },
    onDblClick: onHome,
    onWheel: (event: WheelEvent) => {
      if (frame === null) return;
      event.preventDefault();
      const [x, y] = [event.offsetX * frame.ratio, event.offsetY * frame.ratio];
      const factor = Math.exp(-event.deltaY / WHEEL_PX);
      const share = (value: number) => Math.min(1, Math.max(0, value));
      const at = {
        x: share((x - frame.left) / frame.width),
        y: share(1 - (y - frame.top) / frame.height),
      };
      onZoom(factorsAt(frame, x, y, factor), at);
    },
  };
}

/** One press of a key moves the crosshair by this share of the picture. */
const KEY_POINT = 0.02;

/** Keys of the chart, with Shift those of the crosshair; others are left to the page. */
export function useViewKeys(
  { onPan, onZoom, onHome }: ViewMoves,
  view: HeatView,
  pointed: PointedPlace | null,
  onPoint: (place: PointedPlace | null) => void,
  onPress?: (place: PointedPlace) => void,
) {
  const point = (across: number, up: number) => () => {
    const { fromS, untilS, low, high } = view;
    const from = pointed ?? { atS: (fromS + untilS) / 2, price: (low + high) / 2 };
    const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));
    onPoint({
      atS: within(from.atS + across * KEY_POINT * (untilS - fromS), fromS, untilS),
      price: within(from.price + up * KEY_POINT * (high - low), low, high),
    });
  };
  const moves: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => onPan(-KEY_PAN, 0),
    ArrowRight: () => onPan(KEY_PAN, 0),
    ArrowUp: () => onPan(0, KEY_PAN),
    ArrowDown: () => onPan(0, -KEY_PAN),
    '+': () => onZoom({ time: KEY_ZOOM, price: KEY_ZOOM }, MIDDLE),
    '=': () => onZoom({ time: KEY_ZOOM, price: KEY_ZOOM }, MIDDLE),
    '-': () => onZoom({ time: 1 / KEY_ZOOM, price: 1 / KEY_ZOOM }, MIDDLE),
    Home: onHome,
    Escape: () => onPoint(null),
    ...(pointed === null || onPress === undefined ? {} : { Enter: () => onPress(pointed) }),
  };
  const points: Readonly<Record<string, () => void>> = {
    ArrowLeft: point(-1, 0),
    ArrowRight: point(1, 0),
    ArrowUp: point(0, 1),
    ArrowDown: point(0, -1),
  };
  return {
    onKeyDown: (event: KeyboardEvent) => {
      const move =
        event.ctrlKey || event.metaKey || event.altKey
          ? undefined
          : ((event.shiftKey ? points[event.key] : undefined) ?? moves[event.key]);
      if (move === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      move();
    },
  };
}
