import type { DragProps } from './use-drag.ts';

/** Where the panel is grasped, by the pointer or by arrow keys. */
export const Grip = ({ move }: { readonly move: DragProps }) => (
  <button
    type="button"
    class="grip"
    aria-label="Move the panel with the arrow keys"
    title="Drag, or press arrow keys"
    {...move}
  />
);
