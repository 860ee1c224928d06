import { useMemo } from 'preact/hooks';

import { useStore } from '../ui/use-store.ts';
import type { PopupActions } from './popup-actions.ts';
import type { PopupStore } from './popup-store.ts';
import { baseOf, checkDraft, draftOf, emptyDraft, entryOf, type PositionDraft } from './position-draft.ts';
import { positionFigures } from './position-figures.ts';
import { checkWishes } from './size-wishes.ts';
import { useMarkets } from './use-markets.ts';

/** The position that is open, as it is typed in and as it is saved, and what becomes of it. */
export type Desk = ReturnType<typeof useDesk>;

export function useDesk(store: PopupStore, actions: Pick<PopupActions, 'onBase' | 'newId'>) {
  const positions = useStore(store, (state) => state.positions);
  const draft = useStore(store, (state) => state.draft);
  const wishes = useStore(store, (state) => state.wishes);
  const markets = useMarkets(store);
  const locale = useStore(store, (state) => state.locale);
  const price = markets[baseOf(draft)]?.report?.price ?? null;
  const check = useMemo(() => checkDraft(draft, locale, price), [draft, locale, price]);
  const wishesCheck = useMemo(() => checkWishes(wishes, locale), [wishes, locale]);
  const { position } = check;
  const figures = useMemo(
    () => position && positionFigures({ position, positions, markets, wishes: wishesCheck.wishes }),
    [position, positions, markets, wishesCheck],
  );
  const saved = positions.find(({ id }) => id === draft.id);
  const savedDraft = useMemo(() => saved && draftOf(saved, locale), [saved, locale]);
  const isChanged = savedDraft !== undefined && JSON.stringify(savedDraft) !== JSON.stringify(draft);

  const change = (next: PositionDraft) => {
    store.setState({ draft: next, notice: null });
    if (baseOf(next) !== baseOf(draft)) actions.onBase(baseOf(next));
  };
  const open = (next: PositionDraft) => {
    store.setState({ opened: next });
    change(next);
  };
  const openNew = () => {
    const entry = entryOf(markets[baseOf(draft)]?.report ?? null);
    open(emptyDraft(actions.newId(), { ...draft, price: entry }, locale));
  };
  const select = (id: string) => {
    const chosen = positions.find((candidate) => candidate.id === id);
    if (chosen !== undefined) open(draftOf(chosen, locale));
  };
  return {
    positions,
    markets,
    draft,
    check,
    wishes,
    wishesCheck,
    /** Null while anything is wrong or missing. */
    figures,
    /** What is stored of it; undefined of a new one. */
    saved,
    savedDraft,
    isChanged,
    /** What was typed in the form. */
    change,
    /** Another position instead. */
    open,
    openNew,
    select,
  };
}
