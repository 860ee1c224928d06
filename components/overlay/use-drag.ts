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

/**
 * Pointer handlers for an element that is dragged. The page keeps its focus, and a click that ends a drag does
 * not count as one.
 * @param begin called when the pointer goes down
 */
export function useDrag(begin: () => DragHandlers) {
  const drag = useRef<Drag | null>(null);
  const wasDragged = useRef(false);
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
    /** Capture: swallows the click that ends a drag. */
    onClickCapture: (event: MouseEvent) => {
      if (!wasDragged.current) return;
      wasDragged.current = false;
      event.stopPropagation();
    },
  };
}

/** A control inside the dragged element keeps its own pointer. */
function isControl({ target, currentTarget }: Event): boolean {
  if (!(target instanceof Element)) return false;
  const control = target.closest('button, select, a, input');
  return control !== null && control !== currentTarget;
}
