import { firstDraft } from '../../components/popup/first-draft.ts';
import type { PopupActions } from '../../components/popup/popup-actions.ts';
import { createPopupStore, type PopupStore } from '../../components/popup/popup-store.ts';
import { themeOf } from '../../components/ui/theme.ts';
import { openViewClock } from '../../core/io/view-clock.ts';
import { reportItem } from '../../core/io/storage-shared.ts';
import { positionsItem, settingsItem } from '../../core/io/user-items.ts';
import { assetOfMarket, assetText, marketId } from '../../core/market/asset.ts';
import { createFollower } from './follow-markets.ts';
import { followQuote } from './follow-quote.ts';
import { findMissingOrigins } from './missing-origins.ts';
import { pageMarket } from './page-in-front.ts';
import { createActions } from './popup-actions.ts';

/** Reads what is stored and what the page in front shows, and keeps the store up to date. */
export async function startPopup(): Promise<{ store: PopupStore; actions: PopupActions }> {
  const [clock, page, settings, positions, missingOrigins] = await Promise.all([
    openViewClock(),
    pageMarket(),
    settingsItem.getValue(),
    positionsItem.getValue(),
    findMissingOrigins(),
  ]);
  const asset = page ?? assetOfMarket(settings.watchList[0] ?? marketId({ base: 'BTC' }));
  const report = await reportItem(marketId(asset)).getValue();
  const locale = navigator.language;
  const store = createPopupStore({
    nowMs: clock.nowMs(),
    clockOffsetMs: clock.offsetMs(),
    draft: firstDraft({ page, asset, report, positions, id: crypto.randomUUID() }, locale),
    positions,
    missingOrigins,
    palette: settings.palette,
    locale,
    theme: themeOf(settings),
  });
  const follow = createFollower(store);
  for (const coin of new Set([assetText(asset), ...positions.map(assetText)])) follow(coin);
  positionsItem.watch((next) => {
    store.setState({ positions: next });
    for (const position of next) follow(assetText(position));
  });
  const tickQuote = followQuote(store);
  const tick = () => {
    store.setState({ nowMs: clock.nowMs(), clockOffsetMs: clock.offsetMs() });
    tickQuote();
  };
  setInterval(tick, 1000);
  return { store, actions: await createActions(store, follow) };
}
