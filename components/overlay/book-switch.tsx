import type { BookState } from '../../core/sites/order-book.ts';
import type { PanelPlace } from '../../core/watch/stored.ts';
import { useStore } from '../ui/use-store.ts';
import type { PanelStore } from './panel-store.ts';

interface BookSwitchProps {
  readonly store: PanelStore;
  readonly onPlace: (place: PanelPlace) => void;
}

const SENTENCES: Readonly<Record<BookState, string>> = {
  searching: 'No readable order book.',
  ready: 'Rows in a band are marked.',
  clear: 'No band here; group wider.',
  hidden: 'Covered or hidden.',
};

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
  return (
    <div class="book-switch segments" data-book-state={isOn ? state : 'off'}>
      <button type="button" aria-pressed={isOn} onClick={turn}>
        In the order book
      </button>
      <p class="secondary" role="status">
        {isOn ? SENTENCES[state] : 'Off on this site.'}
      </p>
    </div>
  );
}
