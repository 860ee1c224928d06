import type { OwnLine } from '../../../core/market/own-line.ts';
import type { PageMarket } from '../../../core/market/page-market.ts';
import type { Quote } from '../../../core/market/quote.ts';
import { MINUTE_MS } from '../../../core/market/time.ts';
import type { PanelState, PanelStore } from '../../overlay/panel-store.ts';
import { wantsBands } from './wants-bands.ts';

export interface OwnLinesSurroundings {
  /** Asks the worker; null where it does not answer. */
  readonly ask: (market: PageMarket, quote: Quote | null) => Promise<readonly OwnLine[] | null>;
  /** Calls `onChange` when the user's positions, or what of them is to be shown, may have changed; returns what ends it. */
  readonly watchOwn: (onChange: () => void) => () => void;
}

/** Of a price that is older nothing is told of how far it is from a liquidation. */
const OLDEST_PRICE_MS = 3 * MINUTE_MS;

/**
 * Keeps the store told the lines of the user's positions on the page's chart. Asks one question at a time, when there is a
 * report or something of the user's has changed, and not while nothing is drawn; with every quote only where there are lines,
 * whose distances change with it.
 * @returns what ends it
 */
export function keepOwnLines(store: PanelStore, { ask, watchOwn }: OwnLinesSurroundings): () => void {
  let isAsking = false;
  let isOutdated = false;
  let isOver = false;

  const show = (lines: readonly OwnLine[]): void => {
    const state = store.getState();
    const shown = isPriceOld(state) ? lines.map(withoutDistance) : lines;
    if (JSON.stringify(shown) !== JSON.stringify(state.ownLines)) store.setState({ ownLines: shown });
  };
  const askNow = async (): Promise<void> => {
    const state = store.getState();
    const { market, report, quote } = state;
    if (market === null || report === null || !wantsBands(state)) return;
    const told = await ask(market, quote);
    if (!isOver && told !== null && store.getState().market === market) show(told);
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
    const { ownLines } = state;
    // Those of another market are not drawn on this one's chart for a moment.
    if (state.market !== before.market || !wantsBands(state)) show([]);
    else if (isPriceOld(state) && !isPriceOld(before)) show(ownLines);
    const isQuoted = state.quote !== before.quote && ownLines.length > 0;
    const isOther = state.market !== before.market || wantsBands(state) !== wantsBands(before);
    if (isOther || isQuoted || state.report !== before.report) askAgain();
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

const isPriceOld = ({ report, quote, nowMs }: PanelState): boolean =>
  report !== null &&
  nowMs - Math.max(report.at, quote?.market === report.market ? quote.at : 0) > OLDEST_PRICE_MS;

const withoutDistance = (line: OwnLine): OwnLine =>
  line.role === 'liquidation' ? { ...line, distance: null, chance24h: null, betweenUsd: null } : line;
