import type { BookState } from '../../core/sites/order-book.ts';
import type { PanelPlace } from '../../core/ledger/place.ts';
import { useStore } from '../ui/use-store.ts';
import type { PanelStore } from './panel-store.ts';

interface BookSwitchProps {
  readonly store: PanelStore;
  readonly onPlace: (place: PanelPlace) => void;
}

/** In the few words that a narrow panel has room for, and in full. */
const SENTENCES: Readonly<Record<BookState, readonly [short: string, full: string]>> = {
  searching: ['None can be read.', 'No order book was found here whose prices can be read for sure.'],
  ready: ['Rows are marked.', 'Rows whose prices reach into a band have a bar in its colour.'],
  clear: ['No band this near.', 'No row reaches into a band; wider groups of prices show more.'],
  hidden: ['Covered or hidden.', 'Something stands before the order book, or it is out of sight.'],
};

const OFF = ['Off on this site.', 'Rows of the order book are not marked on this site.'] as const;

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
  const [short, full] = isOn ? SENTENCES[state] : OFF;
  return (
    <div class="book-switch segments" data-book-state={isOn ? state : 'off'}>
      <button type="button" aria-pressed={isOn} onClick={turn}>
        In the order book
      </button>
      <p class="secondary" role="status" title={full}>
        {short}
      </p>
    </div>
  );
}
