import { baseOf } from '../../components/popup/position-draft.ts';
import type { PopupState, PopupStore } from '../../components/popup/popup-store.ts';
import { keepQuote } from '../../components/ui/keep-quote.ts';
import { readAsset } from '../../core/market/asset.ts';
import { openQuoteLine } from './open-quote-line.ts';
import { marketOf } from './follow-markets.ts';

/** Puts the quotes of the position's market, at its venue, into the store. @returns what is called each second */
export function followDeskQuote(store: PopupStore): () => void {
  const keeper = keepQuote((quote) => store.setState({ quote }), {
    deviceMs: () => Date.now(),
    open: openQuoteLine,
  });
  const look = ({ draft }: Pick<PopupState, 'draft'>): void => {
    const asset = readAsset(baseOf(draft));
    keeper.follow(asset && marketOf(asset, draft.venue));
  };
  store.subscribe(look);
  look(store.getState());
  return keeper.tick;
}
