import { say } from '../../core/i18n/say.ts';
import type { DragProps } from './use-drag.ts';

/** Where the panel is grasped, by the pointer or by arrow keys. */
export const Grip = ({ move }: { readonly move: DragProps }) => (
  <button type="button" class="grip" aria-label={say('panel.move')} title={say('panel.drag')} {...move} />
);
