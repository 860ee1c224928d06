import type { PopupState } from './popup-store.ts';
import { draftOf } from './position-draft.ts';

/** Whether something stands in the form that would be lost: it is neither as it was opened nor as it is saved. */
export function isTyped({
  draft,
  opened,
  positions,
  locale,
}: Pick<PopupState, 'draft' | 'opened' | 'positions' | 'locale'>): boolean {
  const saved = positions.find(({ id }) => id === draft.id);
  const known = saved === undefined ? opened : draftOf(saved, locale);
  return JSON.stringify(draft) !== JSON.stringify(known);
}
