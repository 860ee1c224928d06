import { useRef } from 'preact/hooks';

interface DragHandlers {
  /** Called with the way from where the pointer went down. */
  readonly onMove: (dx: number, dy: number) => void;
  readonly onEnd: () => void;
}

interface Drag extends DragHandlers {
  readonly fromX: number;
  readonly fromY: number;
  moved: boolean;
}

const THRESHOLD_PX = 4;

/** Way of one arrow key, and with shift. */
const STEP_PX = 8;
const LEAP_PX = 48;

/**
 * Handlers for an element that is dragged by the pointer or, where it has the focus, by arrow keys. The page keeps its
 * focus, and a click that ends a drag does not count as one.
 * @param begin called when the pointer or an arrow key goes down
 */
export function useDrag(begin: () => DragHandlers) {
  const drag = useRef<Drag | null>(null);
  const wasDragged = useRef(false);
  const keyed = useRef<DragHandlers | null>(null);
  return {
    onPointerDown: (event: PointerEvent & { readonly currentTarget: HTMLElement }) => {
      wasDragged.current = false;
      if (event.button !== 0 || isControl(event)) return;
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      drag.current = { ...begin(), fromX: event.clientX, fromY: event.clientY, moved: false };
    },
    onMouseDown: (event: MouseEvent) => {
      if (!isControl(event)) event.preventDefault();
    },
    onPointerMove: (event: PointerEvent) => {
      const current = drag.current;
      if (current === null) return;
      const [dx, dy] = [event.clientX - current.fromX, event.clientY - current.fromY];
      if (!current.moved && Math.hypot(dx, dy) < THRESHOLD_PX) return;
      current.moved = true;
      current.onMove(dx, dy);
    },
    onPointerUp: () => {
      const current = drag.current;
      drag.current = null;
      if (current?.moved !== true) return;
      wasDragged.current = true;
      current.onEnd();
    },
    onPointerCancel: () => {
      drag.current = null;
    },
    onKeyDown: (event: KeyboardEvent) => {
      const way = event.target === event.currentTarget ? arrowWay(event) : null;
      if (way === null) return;
      event.preventDefault();
      keyed.current ??= begin();
      // Each step begins where the last one ended.
      begin().onMove(...way);
    },
    onKeyUp: () => {
      keyed.current?.onEnd();
      keyed.current = null;
    },
    /** Capture: swallows the click that ends a drag. */
    onClickCapture: (event: MouseEvent) => {
      if (!wasDragged.current) return;
      wasDragged.current = false;
      event.stopImmediatePropagation();
    },
  };
}

function arrowWay({ key, shiftKey }: KeyboardEvent): readonly [dx: number, dy: number] | null {
  const step = shiftKey ? LEAP_PX : STEP_PX;
  switch (key) {
    case 'ArrowLeft':
      return [-step, 0];
    case 'ArrowRight':
      return [step, 0];
    case 'ArrowUp':
      return [0, -step];
    case 'ArrowDown':
      return [0, step];
    default:
      return null;
  }
}

/** A control inside the dragged element keeps its own pointer, and its clicks. */
export function isControl({ target, currentTarget }: Event): boolean {
  if (!(target instanceof Element)) return false;
  const control = target.closest('button, select, a, input');
  return control !== null && control !== currentTarget;
}

export type DragProps = ReturnType<typeof useDrag>;
