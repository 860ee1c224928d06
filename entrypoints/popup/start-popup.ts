import { browser } from 'wxt/browser';

import type { PopupActions } from '../../components/popup/popup-actions.ts';
import { draftOf, emptyDraft, entryOf } from '../../components/popup/position-draft.ts';
import { createPopupStore, type PopupStore } from '../../components/popup/popup-store.ts';
import { RISK_VENUES } from '../../components/popup/risk-venues.ts';
import { openViewClock } from '../../core/io/view-clock.ts';
import { reportItem } from '../../core/io/storage-shared.ts';
import { positionsItem, settingsItem } from '../../core/io/user-items.ts';
import { assetOfMarket, assetText, marketId } from '../../core/market/asset.ts';
import type { PageMarket } from '../../core/market/page-market.ts';
import { VENUE_IDS } from '../../core/market/venue-id.ts';
import { apiOriginOf } from '../../core/venues/regional-hosts.ts';
import type { PageAnswer, PageMessage } from '../../core/service/page-messages.ts';
import type { Settings } from '../../core/ledger/settings/settings.ts';
import { createFollower, createLease } from './follow-markets.ts';
import { copyText, exportPositions, importPositions, keepPositions } from './position-files.ts';

/** Reads what is stored and what the page in front shows, and keeps the store up to date. */
export async function startPopup(): Promise<{ store: PopupStore; actions: PopupActions }> {
  const [clock, page, settings, positions, missingOrigins, tab] = await Promise.all([
    openViewClock(),
    pageMarket(),
    settingsItem.getValue(),
    positionsItem.getValue(),
    findMissingOrigins(),
    browser.tabs.getCurrent(),
  ]);
  const asset = page ?? assetOfMarket(settings.watchList[0] ?? marketId({ base: 'BTC' }));
  const name = assetText(asset);
  const venue = RISK_VENUES.find(({ id }) => id === page?.venue)?.id ?? 'binance';
  const report = await reportItem(marketId(asset)).getValue();
  const held = positions.find((position) => page !== null && assetText(position) === name);
  const { palette } = settings;
  const locale = navigator.language;
  const store = createPopupStore({
    nowMs: clock.nowMs(),
    clockOffsetMs: clock.offsetMs(),
    draft: held
      ? draftOf(held, locale)
      : emptyDraft(
          crypto.randomUUID(),
          {
            venue,
            base: name,
            price: entryOf(report),
            contract: page?.quote === 'USD' ? 'inverse' : 'linear',
          },
          locale,
        ),
    positions,
    missingOrigins,
    palette,
    locale,
    theme: themeOf(settings),
  });
  const follow = createFollower(store);
  const lease = createLease();
  for (const coin of new Set([name, ...positions.map(assetText)])) follow(coin);
  positionsItem.watch((next) => {
    store.setState({ positions: next });
    for (const position of next) follow(assetText(position));
  });
  const tick = () => store.setState({ nowMs: clock.nowMs(), clockOffsetMs: clock.offsetMs() });
  setInterval(tick, 1000);
  const actions: PopupActions = {
    onPut: (position) => void keepPositions(store, { kind: 'put-position', position }),
    onRemove: (id) => void keepPositions(store, { kind: 'remove-position', id }),
    onBase: follow,
    onWatch: lease,
    onPermission: () => void askForAccess(store),
    onCopy: (text) => void copyText(store, text),
    onExport: () => exportPositions(store),
    onImport: (file) => void importPositions(store, file, follow),
    onOpenTab:
      tab === undefined
        ? () => void browser.tabs.create({ url: browser.runtime.getURL('/popup.html') }).then(() => close())
        : null,
    newId: () => crypto.randomUUID(),
  };
  return { store, actions };
}

const themeOf = ({ theme }: Settings): 'dark' | 'light' =>
  theme === 'page' ? (matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark') : theme;

/** The market of the page in front; null where no panel stands on it. */
async function pageMarket(): Promise<PageMarket | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  try {
    const question: PageMessage = { kind: 'which-market' };
    const answer = await browser.tabs.sendMessage<PageMessage, PageAnswer | undefined>(tab.id, question);
    return answer?.market ?? null;
  } catch {
    // No content script listens there: any page that is not an exchange's.
    return null;
  }
}

async function findMissingOrigins(): Promise<readonly string[]> {
  const { hosts } = await settingsItem.getValue();
  const needed = VENUE_IDS.map((venue) => apiOriginOf(venue, hosts));
  const granted = await Promise.all(
    needed.map((origin) => browser.permissions.contains({ origins: [origin] })),
  );
  return needed.filter((_, index) => granted[index] === false);
}

async function askForAccess(store: PopupStore): Promise<void> {
  await browser.permissions.request({ origins: [...store.getState().missingOrigins] });
  store.setState({ missingOrigins: await findMissingOrigins() });
}
