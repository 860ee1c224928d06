import { afterFrame } from '../after-frame.ts';
import type { KnownColumn } from './see-book.ts';

/** An order book changes many times a second; its marks follow this often. */
const LOOK_MS = 250;

interface BookHandlers {
  /** Texts or rows may be others. */
  readonly onChange: () => void;
  /** Scrolled or resized; called in the frame in which it is shown. */
  readonly onMove: () => void;
}

/** Follows the rows of the columns and what cuts them off; returns what ends that. */
export function followBook(columns: readonly KnownColumn[], { onChange, onMove }: BookHandlers): () => void {
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  let lookedAt = -Infinity;

  const observe = () => {
    for (const { list } of columns)
      mutations.observe(list, { childList: true, characterData: true, subtree: true });
  };
  const lookAtChanges = () => {
    if (isOver) return;
    lookedAt = performance.now();
    observe();
    onChange();
  };
  const mutations = new MutationObserver(() => {
    // Until the next look further changes tell nothing new.
    mutations.disconnect();
    timer = setTimeout(() => afterFrame(lookAtChanges), Math.max(0, lookedAt + LOOK_MS - performance.now()));
  });
  const moveInFrame = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      onMove();
    });
  };
  const sizes = new ResizeObserver(moveInFrame);

  observe();
  for (const { list } of columns) sizes.observe(list);
  const targets: readonly EventTarget[] = [window, ...columns.flatMap(({ clippers }) => clippers)];
  for (const target of targets) target.addEventListener('scroll', moveInFrame, { passive: true });
  window.addEventListener('resize', moveInFrame);
  return () => {
    isOver = true;
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    mutations.disconnect();
    sizes.disconnect();
    for (const target of targets) target.removeEventListener('scroll', moveInFrame);
    window.removeEventListener('resize', moveInFrame);
  };
}
