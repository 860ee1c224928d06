import type { PopupStore } from '../../components/popup/popup-store.ts';
import type { CoinMarket } from '../../core/report/position-markets.ts';
import { reportItem, tiersItem } from '../../core/io/storage-shared.ts';
import { type Asset, assetOf, marketId, readAsset } from '../../core/market/asset.ts';
import type { PageMarket } from '../../core/market/page-market.ts';
import { askWorker } from './ask-worker.ts';

/** Puts report and tiers of each asset asked for into the store, now and on every change; by its name for readers. */
export function createFollower(store: PopupStore): (name: string) => void {
  const followed = new Set<string>();
  return (name) => {
    const asset = readAsset(name);
    if (asset === null || followed.has(name)) return;
    followed.add(name);
    const [reports, tables] = [reportItem(marketId(asset)), tiersItem(marketId(asset))];
    const put = (part: Partial<CoinMarket>) => {
      const { markets } = store.getState();
      const market = { report: null, tiers: {}, ...markets[name], ...part };
      store.setState({ markets: { ...markets, [name]: market } });
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

/** The perpetual of `asset` at a venue, as a page would show it. */
export const marketOf = (asset: Asset, venue: string): PageMarket => ({
  venue,
  instrument: asset.base,
  ...assetOf(asset),
  multiplier: 1,
  quote: 'USDT',
  kind: 'perpetual',
});

/** A lease lapses after 90 seconds. */
const RENEW_MS = 30_000;

/** Has the background watch the last coin asked for while this popup is open. It learns the coin, nothing of a position. */
export function createLease(): (name: string) => void {
  let renewal: ReturnType<typeof setInterval> | undefined;
  return (name) => {
    const asset = readAsset(name);
    if (asset === null) return;
    const market = marketOf(asset, 'popup');
    // A background that does not answer is asked again.
    const renew = () => void askWorker<'watch'>({ kind: 'watch', market });
    clearInterval(renewal);
    renewal = setInterval(renew, RENEW_MS);
    renew();
  };
}
