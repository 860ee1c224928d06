import type { PanelState, PanelStore } from './panel-store.ts';
import { keepQuote, type QuoteKeeper } from '../ui/keep-quote.ts';

/** Feeds the store with quotes of its market while the panel shows figures of it. */
export function followQuote(
  store: PanelStore,
  surroundings: Parameters<typeof keepQuote>[1],
): Pick<QuoteKeeper, 'tick' | 'stop'> {
  const { follow, tick, stop } = keepQuote((quote) => store.setState({ quote }), surroundings);
  const look = ({ market, report, place }: PanelState): void =>
    follow(report !== null && place.form !== 'closed' ? market : null);
  const unsubscribe = store.subscribe(look);
  look(store.getState());
  return {
    tick,
    stop: () => {
      unsubscribe();
      stop();
    },
  };
}
