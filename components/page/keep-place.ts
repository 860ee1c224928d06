import type { PanelPlace, PlaceChange } from '../../core/ledger/place.ts';
import type { PanelActions } from '../overlay/panel-actions.ts';

/**
 * Has what changed of the panel's place stored; another page of the site may have changed the rest.
 * @param known what is stored when the page opens
 * @param store stores a change; what is stored then, or null where it was refused
 */
export function placeKeeper(
  known: Partial<PanelPlace>,
  store: (change: PlaceChange) => Promise<Partial<PanelPlace> | null>,
): PanelActions['onPlace'] {
  let stored = known;
  const keep = async (place: PanelPlace): Promise<void> => {
    const changed = Object.entries(place).filter(
      ([name, value]) => value !== stored[name as keyof PanelPlace],
    );
    stored = (await store(Object.fromEntries(changed))) ?? stored;
  };
  return (place) => void keep(place);
}
