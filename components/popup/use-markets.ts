import { useMemo } from 'preact/hooks';

import type { CoinMarkets } from '../../core/report/position-markets.ts';
import { withQuote } from '../../core/report/with-quote.ts';
import { useStore } from '../ui/use-store.ts';
import type { PopupStore } from './popup-store.ts';

/** What is known of the markets, with the price that was told last. */
export function useMarkets(store: PopupStore): CoinMarkets {
  const markets = useStore(store, (state) => state.markets);
  const quote = useStore(store, (state) => state.quote);
  return useMemo(() => {
    const quoted = Object.entries(markets).map(([name, { report, tiers }]) => [
      name,
      { tiers, report: report && withQuote(report, quote) },
    ]);
    return Object.fromEntries(quoted) as CoinMarkets;
  }, [markets, quote]);
}
