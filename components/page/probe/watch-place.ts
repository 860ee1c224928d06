/**
 * Calls `onMove` when an element has moved in the window, in the frame in which it did. The browser compares: the window
 * without all around the element is what the element fills, until it moves.
 */
export function watchPlace(element: Element, onMove: () => void): { readonly stop: () => void } {
  let observer: IntersectionObserver | null = null;

  const watch = (share: number) => {
    observer?.disconnect();
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    // Comes back with its size.
    if (!(width > 0 && height > 0)) return;
    const insets = [top, innerWidth - right, innerHeight - bottom, left];
    const rootMargin = insets.map((inset) => `${-Math.floor(inset)}px`).join(' ');
    let isFirst = true;
    const compare = ([entry]: readonly IntersectionObserverEntry[]) => {
      const seen = entry?.intersectionRatio ?? 0;
      if (!isFirst) move();
      // What a part of the page cuts off is no move.
      else if (seen < share && seen > 0) watch(seen);
      isFirst = false;
    };
    observer = new IntersectionObserver(compare, { rootMargin, threshold: share });
    observer.observe(element);
  };
  const move = () => {
    onMove();
    watch(1);
  };

  const sizes = new ResizeObserver(move);
  sizes.observe(element);
  return {
    stop: () => {
      sizes.disconnect();
      observer?.disconnect();
    },
  };
}
