import { marketId } from '../../../core/market/asset.ts';
import type { OwnLine } from '../../../core/market/own-line.ts';
import type { Quote } from '../../../core/market/quote.ts';
import type { PanelState, PanelStore } from '../../overlay/panel-store.ts';

export interface OwnLinesSurroundings {
  /** Asks the worker; null where it does not answer. */
  readonly ask: (market: string, quote: Quote | null) => Promise<readonly OwnLine[] | null>;
  /** Calls `onChange` when the user's positions, or what of them is to be shown, may have changed; returns what ends it. */
  readonly watchOwn: (onChange: () => void) => () => void;
}

/**
 * Keeps the store told the lines of the user's positions on the page's chart. Asks one question at a time, when there is a
 * report or something of the user's has changed; with every quote only where there are lines, whose distances change with it.
 * @returns what ends it
 */
export function keepOwnLines(store: PanelStore, { ask, watchOwn }: OwnLinesSurroundings): () => void {
  let isAsking = false;
  let isOutdated = false;
  let isOver = false;

  const askNow = async (): Promise<void> => {
    const { market, report, quote } = store.getState();
    if (market?.kind !== 'perpetual' || report === null) return;
    const told = await ask(marketId(market), quote);
    const state = store.getState();
    if (isOver || told === null || state.market !== market) return;
    if (JSON.stringify(told) !== JSON.stringify(state.ownLines)) store.setState({ ownLines: told });
  };
  const askAgain = (): void => {
    isOutdated = true;
    if (isAsking) return;
    isAsking = true;
    isOutdated = false;
    void askNow().finally(() => {
      isAsking = false;
      if (isOutdated && !isOver) askAgain();
    });
  };
  const follow = (state: PanelState, before: PanelState): void => {
    // Those of another market are not drawn on this one's chart for a moment.
    if (state.market !== before.market && state.ownLines.length > 0) store.setState({ ownLines: [] });
    const isQuoted = state.quote !== before.quote && state.ownLines.length > 0;
    if (state.market !== before.market || state.report !== before.report || isQuoted) askAgain();
  };
  const unsubscribe = store.subscribe(follow);
  const unwatch = watchOwn(askAgain);
  askAgain();
  return () => {
    isOver = true;
    unsubscribe();
    unwatch();
  };
}
