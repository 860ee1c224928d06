import type { PageMarket } from '../../core/market/page-market.ts';
import type { Quote } from '../../core/market/quote.ts';

/** A line that broke, with the worker most likely, is opened again after this; the worker asks venues as often. */
const REOPEN_MS = 5_000;

/** A line to the worker. */
export interface QuoteLineEnds {
  readonly onQuote: (quote: Quote) => void;
  /** Called once when it has ended from the other side. */
  readonly onLost: () => void;
}

/** Opens a line for the quotes of a market. @returns what closes it */
export type OpenQuoteLine = (market: PageMarket, ends: QuoteLineEnds) => () => void;

/** Has the quotes of one market at a time come in while the document is visible. */
export interface QuoteKeeper {
  readonly follow: (market: PageMarket | null) => void;
  /** Called each second while the document is visible. */
  readonly tick: () => void;
  readonly stop: () => void;
}

export function keepQuote(
  onQuote: (quote: Quote) => void,
  { deviceMs, open }: { readonly deviceMs: () => number; readonly open: OpenQuoteLine },
): QuoteKeeper {
  let wanted: PageMarket | null = null;
  let line: { readonly close: () => void } | null = null;
  let openedMs = -Infinity;

  const shut = (): void => {
    const shutting = line;
    line = null;
    shutting?.close();
  };
  const look = (): void => {
    if (wanted === null || document.visibilityState !== 'visible') return shut();
    const sinceMs = deviceMs() - openedMs;
    // Less than nothing has passed on a clock that was set back.
    if (line !== null || (sinceMs >= 0 && sinceMs < REOPEN_MS)) return;
    openedMs = deviceMs();
    const opened = {
      close: open(wanted, {
        onQuote,
        onLost: () => {
          if (line === opened) line = null;
        },
      }),
    };
    line = opened;
  };
  document.addEventListener('visibilitychange', look);
  return {
    follow: (market) => {
      if (market === wanted || JSON.stringify(market) === JSON.stringify(wanted)) return;
      shut();
      wanted = market;
      openedMs = -Infinity;
      look();
    },
    tick: look,
    stop: () => {
      document.removeEventListener('visibilitychange', look);
      shut();
    },
  };
}
