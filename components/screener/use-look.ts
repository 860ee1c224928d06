import { useEffect } from 'preact/hooks';

import type { PopupActions } from '../popup/popup-actions.ts';
import type { PopupStore } from '../popup/popup-store.ts';
import { useStore } from '../ui/use-store.ts';
import { isTold } from './history.ts';

/** How often the background is asked whether anything is newer: until each venue has answered, and then. */
const FIRST_MS = 2_000;
const AGAIN_MS = 20_000;

/** Looks at all markets, or at those of a list, for as long as the view stands; an empty list is not looked at. */
export function useLook(
  store: PopupStore,
  onLook: PopupActions['onLook'],
  markets: readonly string[] | null,
): void {
  const turn = useStore(store, ({ nowMs, glance }) => {
    const isOver = glance !== null && isTold(glance);
    return Math.floor(nowMs / (isOver ? AGAIN_MS : FIRST_MS));
  });
  const wanted = markets?.join(' ') ?? null;
  useEffect(() => {
    if (wanted !== '') onLook(wanted === null ? null : wanted.split(' '));
  }, [turn, wanted]);
}
