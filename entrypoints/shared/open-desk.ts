import { createPopupStore, type PopupStore } from '../../components/popup/popup-store.ts';
import { positionsItem, settingsItem } from '../../core/io/user-items.ts';
import { openViewClock, type ViewClock } from '../../core/io/view-clock.ts';
import type { Settings } from '../../core/ledger/settings/settings.ts';
import { assetText } from '../../core/market/asset.ts';
import type { PageMarket } from '../../core/market/page-market.ts';
import { chosenSettings } from './chosen-settings.ts';
import { draftOfPage } from './draft-of-page.ts';
import { followAccounts } from './account-actions.ts';
import { createFollower } from './follow-markets.ts';
import { followDeskQuote } from './follow-desk-quote.ts';
import { followMessengers } from './follow-messengers.ts';
import { followTables } from './follow-tables.ts';
import { findMissingOrigins } from './missing-origins.ts';

export interface OpenDesk {
  readonly store: PopupStore;
  readonly clock: ViewClock;
  readonly settings: Settings;
  /** Puts a coin's report and tiers into the store. */
  readonly follow: (name: string) => void;
  /** Called each second. */
  readonly tick: () => void;
}

/** The user's positions and what is known of their markets, kept up to date. @param page what the page in front shows */
export async function openDesk(page: PageMarket | null): Promise<OpenDesk> {
  const [clock, settings, positions, missingOrigins, draft] = await Promise.all([
    openViewClock(),
    settingsItem.getValue(),
    positionsItem.getValue(),
    findMissingOrigins(),
    draftOfPage(page),
  ]);
  const now = () => ({ nowMs: clock.nowMs(), clockOffsetMs: clock.offsetMs() });
  const store = createPopupStore({
    ...now(),
    draft,
    positions,
    missingOrigins,
    ...chosenSettings(settings),
    locale: navigator.language,
  });
  const follow = createFollower(store);
  await followTables(store, follow, clock.nowMs);
  await followAccounts(store, follow);
  await followMessengers(store);
  for (const coin of new Set([draft.base, ...positions.map(assetText)])) follow(coin);
  settingsItem.watch((next) => store.setState(chosenSettings(next)));
  positionsItem.watch((next) => {
    store.setState({ positions: next });
    for (const position of next) follow(assetText(position));
  });
  const tickQuote = followDeskQuote(store);
  const tick = (): void => {
    store.setState(now());
    tickQuote();
  };
  return { store, clock, settings, follow, tick };
}
