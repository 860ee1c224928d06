import { say } from '../../core/i18n/say.ts';
import type { PanelPlace } from '../../core/ledger/place.ts';
import { useStore } from '../ui/use-store.ts';
import type { PanelStore } from './panel-store.ts';

interface BookSwitchProps {
  readonly store: PanelStore;
  readonly onPlace: (place: PanelPlace) => void;
}

/** Switches the marks in the page's order book for this site, and says where they are; absent where they are not wanted. */
export function BookSwitch({ store, onPlace }: BookSwitchProps) {
  const isOffered = useStore(store, ({ bookMarks, hasBook }) => bookMarks && hasBook);
  const state = useStore(store, ({ bookState }) => bookState);
  const isOn = useStore(store, ({ place }) => place.bookMarks !== false);
  if (!isOffered) return null;
  const turn = () => {
    const place = { ...store.getState().place, bookMarks: !isOn };
    store.setState({ place });
    onPlace(place);
  };
  const shown = isOn ? state : 'off';
  return (
    <div class="book-switch segments" data-book-state={shown}>
      <button type="button" aria-pressed={isOn} onClick={turn}>
        {say('book.marks')}
      </button>
      <p class="secondary" role="status" title={say(`book.${shown}.about`)}>
        {say(`book.${shown}`)}
      </p>
    </div>
  );
}
