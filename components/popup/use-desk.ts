import { useEffect, useMemo } from 'preact/hooks';

import { accountPositions, isReadId } from '../../core/ledger/accounts/account-positions.ts';

import { shownPositions } from '../../core/ledger/shown-tables.ts';
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
  const own = useStore(store, (state) => state.positions);
  const accounts = useStore(store, (state) => state.accounts);
  const tables = useStore(store, (state) => state.tables);
  const positions = useMemo(
    () => [...own, ...accountPositions(accounts), ...shownPositions(tables)],
    [own, accounts, tables],
  );
  const draft = useStore(store, (state) => state.draft);
  const wishes = useStore(store, (state) => state.wishes);
  const markets = useMarkets(store);
  const locale = useStore(store, (state) => state.locale);
  const price = markets[baseOf(draft)]?.report?.price ?? null;
  const check = useMemo(() => checkDraft(draft, locale, price), [draft, locale, price]);
  const wishesCheck = useMemo(() => checkWishes(wishes, locale), [wishes, locale]);
  const saved = positions.find(({ id }) => id === draft.id);
  const read = saved?.origin === undefined ? null : saved;
  const position = read ?? check.position;
  const figures = useMemo(
    () => position && positionFigures({ position, positions, markets, wishes: wishesCheck.wishes }),
    [position, positions, markets, wishesCheck],
  );
  const savedDraft = useMemo(() => saved && draftOf(saved, locale), [saved, locale]);
  const isChanged =
    read === null && savedDraft !== undefined && JSON.stringify(savedDraft) !== JSON.stringify(draft);

  const show = (next: PositionDraft) => {
    store.setState({ draft: next, notice: null });
    if (baseOf(next) !== baseOf(draft)) actions.onBase(baseOf(next));
  };
  const open = (next: PositionDraft) => {
    store.setState({ opened: next });
    show(next);
  };
  const openNew = () => {
    const entry = entryOf(markets[baseOf(draft)]?.report ?? null);
    open(emptyDraft(actions.newId(), { ...draft, price: entry }, locale));
  };
  /** What was read at an address is changed on a copy of it, which is nobody's yet. */
  const change = (next: PositionDraft) => show(read === null ? next : { ...next, id: actions.newId() });
  useEffect(() => {
    // What was held at an address is held no more: nothing of it becomes the user's own by itself.
    if (saved === undefined && isReadId(draft.id)) openNew();
  }, [saved, draft.id]);
  const select = (id: string) => {
    const chosen = positions.find((candidate) => candidate.id === id);
    if (chosen !== undefined) open(draftOf(chosen, locale));
  };
  return {
    /** What the user typed in. */
    own,
    accounts,
    /** That, what is held at addresses, and what open pages show. */
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
    /** The position, where it was read at an address or on a page; null of what the user types in. */
    read,
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
