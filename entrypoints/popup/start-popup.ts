import { browser } from 'wxt/browser';

import { emptyDraft } from '../../components/popup/position-draft.ts';
import { createPopupStore, type PopupStore } from '../../components/popup/popup-store.ts';
import type { PopupActions } from '../../components/popup/popup.tsx';
import { positionsItem, reportItem, settingsItem, tiersItem } from '../../core/io/storage-shared.ts';
import { baseOfMarket, marketId } from '../../core/market/instrument.ts';
import type { PageMarket } from '../../core/market/page-market.ts';
import type { SavedPosition } from '../../core/market/position.ts';
import { VENUE_IDS } from '../../core/market/venue-id.ts';
import { API_ORIGINS } from '../../core/venues/origins.ts';
import type { MessageReply, PageAnswer, PageMessage, ViewMessage } from '../../core/watch/messages.ts';
import type { Settings } from '../../core/watch/stored.ts';

/** Reads what is stored and what the page in front shows, and keeps the store up to date. */
export async function startPopup(): Promise<{ store: PopupStore; actions: PopupActions }> {
  const [page, settings, positions, missingOrigins] = await Promise.all([
    pageMarket(),
    settingsItem.getValue(),
    positionsItem.getValue(),
    findMissingOrigins(),
  ]);
  const base = page?.base ?? baseOfMarket(settings.watchList[0] ?? marketId('BTC'));
  const venue = VENUE_IDS.find((id) => id === page?.venue) ?? 'binance';
  const report = await reportItem(marketId(base)).getValue();
  const draft = emptyDraft(crypto.randomUUID(), { venue, base, price: report?.price ?? null });
  const { palette } = settings;
  const store = createPopupStore({
    nowMs: Date.now(),
    draft,
    report,
    positions,
    missingOrigins,
    palette,
    theme: themeOf(settings),
  });
  const follow = createFollower(store);
  follow(base);
  setInterval(() => store.setState({ nowMs: Date.now() }), 1000);
  const actions: PopupActions = {
    onSave: (next) => void savePositions(store, next),
    onBase: follow,
    onPermission: () => void askForAccess(store),
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

/** Puts report and tiers of the coin last asked for into the store, now and on every change. */
function createFollower(store: PopupStore): (base: string) => void {
  let unwatch: readonly (() => void)[] = [];
  return (base) => {
    for (const stop of unwatch) stop();
    const [reports, tables] = [reportItem(marketId(base)), tiersItem(marketId(base))];
    let isCurrent = true;
    const put = (part: Partial<ReturnType<PopupStore['getState']>>) => {
      if (isCurrent) store.setState(part);
    };
    unwatch = [
      reports.watch((report) => put({ report })),
      tables.watch((tiers) => put({ tiers })),
      () => {
        isCurrent = false;
      },
    ];
    const read = async () => {
      const [report, tiers] = await Promise.all([reports.getValue(), tables.getValue()]);
      put({ report, tiers });
    };
    read().catch((error: unknown) => console.error('Plimsoll could not read its storage', error));
  };
}

async function savePositions(store: PopupStore, positions: readonly SavedPosition[]): Promise<void> {
  const message: ViewMessage = { kind: 'save-positions', positions };
  try {
    const reply = await browser.runtime.sendMessage<ViewMessage, MessageReply | undefined>(message);
    store.setState({ saving: reply?.ok === true ? 'saved' : 'failed' });
  } catch {
    // The background could not be started; the popup says so.
    store.setState({ saving: 'failed' });
  }
}

async function findMissingOrigins(): Promise<readonly string[]> {
  const granted = await Promise.all(
    API_ORIGINS.map((origin) => browser.permissions.contains({ origins: [origin] })),
  );
  return API_ORIGINS.filter((_, index) => granted[index] === false);
}

async function askForAccess(store: PopupStore): Promise<void> {
  await browser.permissions.request({ origins: [...store.getState().missingOrigins] });
  store.setState({ missingOrigins: await findMissingOrigins() });
}
