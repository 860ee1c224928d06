import { browser } from 'wxt/browser';

import type { CoinMarket, PopupStore } from '../../components/popup/popup-store.ts';
import { reportItem, tiersItem } from '../../core/io/storage-shared.ts';
import { marketId } from '../../core/market/instrument.ts';
import type { MessageReply, ViewMessage } from '../../core/watch/messages.ts';

/** Puts report and tiers of each coin asked for into the store, now and on every change. */
export function createFollower(store: PopupStore): (base: string) => void {
  const followed = new Set<string>();
  return (base) => {
    if (base === '' || followed.has(base)) return;
    followed.add(base);
    const [reports, tables] = [reportItem(marketId(base)), tiersItem(marketId(base))];
    const put = (part: Partial<CoinMarket>) => {
      const { markets } = store.getState();
      const market = { report: null, tiers: {}, ...markets[base], ...part };
      store.setState({ markets: { ...markets, [base]: market } });
    };
    reports.watch((report) => put({ report }));
    tables.watch((tiers) => put({ tiers }));
    const read = async () => {
      const [report, tiers] = await Promise.all([reports.getValue(), tables.getValue()]);
      put({ report, tiers });
    };
    // Storage that cannot be read counts as empty, and the popup says that the coin is not known.
    read().catch(() => put({}));
  };
}

/** A lease lapses after 90 seconds. */
const RENEW_MS = 30_000;

/** Has the background watch the last coin asked for while this popup is open. It learns the coin, nothing of a position. */
export function createLease(): (base: string) => void {
  let renewal: ReturnType<typeof setInterval> | undefined;
  return (base) => {
    const market = {
      venue: 'popup',
      instrument: base,
      base,
      multiplier: 1,
      quote: 'USDT',
      kind: 'perpetual',
    } as const;
    const message: ViewMessage = { kind: 'watch', market };
    const renew = () =>
      // A background that does not answer is asked again.
      void browser.runtime.sendMessage<ViewMessage, MessageReply | undefined>(message).catch(() => undefined);
    clearInterval(renewal);
    renewal = setInterval(renew, RENEW_MS);
    renew();
  };
}
