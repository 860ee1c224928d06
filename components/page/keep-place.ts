import type { PanelPlace, PlaceChange } from '../../core/ledger/place.ts';
import type { PanelActions } from '../overlay/panel-actions.ts';

/** What another window or another chart may leave no room for. */
const WHERE: ReadonlySet<string> = new Set<keyof PanelPlace>([
  'right',
  'top',
  'width',
  'height',
  'cardRight',
  'cardTop',
]);

interface PlaceStore {
  /** Whether the user has put the panel where it stands; else only its form and its switches are stored. */
  readonly isPlaced: () => boolean;
  /** Stores a change; what is stored then, or null where it was refused. */
  readonly store: (change: PlaceChange) => Promise<Partial<PanelPlace> | null>;
}

/**
 * Has what changed of the panel's place stored; another page of the site may have changed the rest.
 * @param known what is stored when the page opens
 */
export function placeKeeper(
  known: Partial<PanelPlace>,
  { isPlaced, store }: PlaceStore,
): PanelActions['onPlace'] {
  let stored = known;
  const keep = async (place: PanelPlace): Promise<void> => {
    const changed = Object.entries(place).filter(
      ([name, value]) => value !== stored[name as keyof PanelPlace] && (isPlaced() || !WHERE.has(name)),
    );
    stored = (await store(Object.fromEntries(changed))) ?? stored;
  };
  return (place) => void keep(place);
}
