import { browser } from 'wxt/browser';

import { placeItem, positionsItem, settingsItem } from '../../core/io/storage-shared.ts';
import { marketId } from '../../core/market/asset.ts';
import { VENUE_IDS } from '../../core/market/venue-id.ts';
import { UNASKED_LISTENING } from '../../core/ledger/socket-consent.ts';
import type { MessageReply, ViewMessage } from '../../core/service/messages.ts';
import type { Settings } from '../../core/ledger/stored.ts';
import type { WatchService } from '../../core/service/watch-service.ts';
import { snoozeWarning } from './snooze-warning.ts';

export interface AnswerDependencies {
  readonly service: WatchService;
  /** Starts polling a market, without waiting for it. */
  readonly poll: (market: string) => void;
  /** The venues' time. */
  readonly nowMs: () => number;
}

/** Does what the view `page` asks for; the returned promise holds until it is stored. */
export const createAnswer =
  (dependencies: AnswerDependencies) =>
  async (message: ViewMessage, page: string): Promise<MessageReply> => {
    if (message.kind !== 'watch') {
      await perform(dependencies, message);
      return { ok: true };
    }
    const watched = await dependencies.service.watchPage(page, message.market);
    if (watched === null) return { ok: true };
    const { market, isProvisional, isListed, isNew } = watched;
    if (isNew) dependencies.poll(marketId(market));
    return isProvisional ? { ok: true } : { ok: true, market, isListed };
  };

async function perform(
  { service, poll, nowMs }: AnswerDependencies,
  message: Exclude<ViewMessage, { readonly kind: 'watch' }>,
): Promise<void> {
  /** A venue that is asked at another host from now on is asked at once. */
  const saveSettings = async (settings: Settings): Promise<void> => {
    const before = await settingsItem.getValue();
    await settingsItem.setValue(settings);
    const moved = VENUE_IDS.filter((venue) => settings.hosts?.[venue] !== before.hosts?.[venue]);
    for (const venue of moved) await service.askAnew(venue);
    if (moved.length > 0) (await service.watched()).forEach(poll);
  };
  switch (message.kind) {
    case 'refresh': {
      const watched = await service.watched();
      if (watched.includes(message.market)) poll(message.market);
      return;
    }
    case 'save-positions':
      return positionsItem.setValue(message.positions);
    case 'save-settings':
      return saveSettings(message.settings);
    case 'save-place':
      return placeItem(message.site).setValue(message.place);
    case 'snooze-warning':
      return snoozeWarning(message.id, message.forMs, nowMs());
    case 'listen-to-own-pages':
      return listenToOwnPages();
    case 'open-options':
      return openPage(`options.html#${message.section}`);
    case 'open-popup':
      return openPopup();
    case 'open-record':
      return openPage(`record.html?market=${message.market}`);
  }
}

/** A page may take this answer from its visitor by a trick, so it never takes back one that was given. */
async function listenToOwnPages(): Promise<void> {
  const settings = await settingsItem.getValue();
  if (settings.listening?.isAnswered === true) return;
  await settingsItem.setValue({ ...settings, listening: { ...UNASKED_LISTENING, isAnswered: true } });
}

async function openPopup(): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    // Without a focused window, or in browsers that want a click on the icon, the popup's page does as well.
    await browser.tabs.create({ url: browser.runtime.getURL('/popup.html') });
  }
}

async function openPage(page: string): Promise<void> {
  await browser.tabs.create({ url: `${browser.runtime.getURL('/')}${page}` });
}
