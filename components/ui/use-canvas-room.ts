import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Room for a drawing, in CSS px, and the device pixels of one CSS px. */
export interface CanvasRoom {
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
}

const FORCED_COLORS = '(forced-colors: active)';

/**
 * How much room the parent of a canvas gives it, null until that is known, and whether the user's colours have replaced
 * ours.
 */
export function useCanvasRoom(canvas: RefObject<HTMLCanvasElement | null>): {
  readonly room: CanvasRoom | null;
  readonly isForced: boolean;
} {
  const [room, setRoom] = useState<CanvasRoom | null>(null);
  const [isForced, setForced] = useState(() => matchMedia(FORCED_COLORS).matches);

  useLayoutEffect(() => {
    const query = matchMedia(FORCED_COLORS);
    const read = () => setForced(query.matches);
    query.addEventListener('change', read);
    return () => query.removeEventListener('change', read);
  }, []);

  useLayoutEffect(() => {
    const host = canvas.current?.parentElement;
    if (host == null) return;
    // It tells the first size too, after the page's own layout; asking for it here would lay the panel out by itself.
    const observer = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      setRoom(width > 0 && height > 0 ? { width, height, ratio: devicePixelRatio } : null);
    });
    observer.observe(host);
    return () => observer.disconnect();
  }, []);

  return { room, isForced };
}
