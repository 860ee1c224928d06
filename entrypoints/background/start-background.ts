import { browser, type Browser } from 'wxt/browser';

import { createClockPort } from '../../core/io/clock.ts';
import { createDatabase } from '../../core/io/database.ts';
import { createHttp } from '../../core/io/http.ts';
import { systemNotifications } from '../../core/io/notifications.ts';
import { migratePositions } from '../../core/io/positions-item.ts';
import { clockItem } from '../../core/io/storage-shared.ts';
import { extensionStorage } from '../../core/io/storage-worker.ts';
import { createSockets } from '../../core/io/sockets.ts';
import { createVenueClock } from '../../core/io/venue-clock.ts';
import { VENUES } from '../../core/venues/registry.ts';
import { createOrderFollower } from '../../core/sources/streams/follow-orders.ts';
import { readMessage } from '../../core/service/message-schema.ts';
import type { MessageReply, PageMessage } from '../../core/service/messages.ts';
import type { StoragePort } from '../../core/ledger/ports.ts';
import { createWatchService } from '../../core/service/watch-service.ts';
import { createAnswer } from './answer-message.ts';
import { nameWatchedAssets } from './name-watched-assets.ts';
import { rememberOpenSockets } from './remember-open-sockets.ts';
import { followSitePermissions } from './register-sites.ts';
import { shutSockets } from './shut-sockets.ts';
import { showBadge } from './show-badge.ts';

const POLL_ALARM = 'poll';

/** The shortest period that browsers grant. */
const POLL_PERIOD_MINUTES = 0.5;

/** Registers every listener before anything is awaited, because the event that woke the worker is already waiting. */
export function startBackground(): void {
  const storage: StoragePort = {
    ...extensionStorage,
    writeReport: async (report) => {
      await extensionStorage.writeReport(report);
      void service
        .watched()
        .then((watched) => showBadge(report, watched, clock.nowMs()))
        .catch(logFailure);
    },
  };
  const database = createDatabase();
  const venueClock = createVenueClock({
    deviceMs: () => Date.now(),
    elapsedMs: () => performance.now(),
    stored: clockItem,
  });
  const clock = createClockPort(venueClock);
  const followOrders = createOrderFollower({ clock, database, storage, sockets: createSockets() }, VENUES);
  const service = createWatchService(
    {
      clock,
      database,
      http: createHttp({ fetch: (...request) => fetch(...request), clock: venueClock, isAllowed }),
      notifications: systemNotifications,
      storage,
    },
    VENUES,
  );

  /** Polls until there is nothing more to ask for; if the worker is killed in between, the next alarm goes on. */
  const keepPolling = (poll: () => Promise<boolean>): void => {
    const run = async (): Promise<void> => {
      await venueClock.ready;
      while (await poll());
      await followOrders();
    };
    void run().catch(logFailure);
  };
  const pollAll = (): void => keepPolling(service.tick);
  const answer = createAnswer({
    service,
    nowMs: clock.nowMs,
    // A page that went on to another market needs no more of this one.
    poll: (market) =>
      keepPolling(async () => (await service.watched()).includes(market) && service.poll(market)),
  });

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === POLL_ALARM) pollAll();
  });
  browser.runtime.onMessage.addListener((message: unknown, sender, reply: (answer: MessageReply) => void) => {
    if (sender.id !== browser.runtime.id) return false;
    const read = readMessage(message, isOwnPage(sender) ? 'own' : 'page');
    if (typeof read === 'string') {
      reply({ ok: false, message: read });
      return false;
    }
    const answered = venueClock.ready.then(() => answer(read, pageOf(sender)));
    answered.then(reply, (error: unknown) =>
      reply({ ok: false, message: error instanceof Error ? error.message : 'failed' }),
    );
    return true;
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'toggle-panel') void togglePanel(tab).catch(logFailure);
  });
  followSitePermissions();
  browser.permissions.onAdded.addListener(pollAll);
  browser.permissions.onRemoved.addListener((removed) => {
    void shutSockets(removed).catch(logFailure).then(pollAll);
  });
  browser.runtime.onStartup.addListener(() => void ensureAlarm().catch(logFailure));
  browser.runtime.onInstalled.addListener(() => {
    void rememberOpenSockets().then(nameWatchedAssets).catch(logFailure);
    void ensureAlarm().catch(logFailure);
    void migratePositions().catch(logFailure);
  });

  void ensureAlarm().catch(logFailure);
}

/** Browsers drop alarms on updates and sometimes on restarts. */
async function ensureAlarm(): Promise<void> {
  const alarm = await browser.alarms.get(POLL_ALARM);
  if (alarm?.periodInMinutes === POLL_PERIOD_MINUTES) return;
  await browser.alarms.create(POLL_ALARM, { periodInMinutes: POLL_PERIOD_MINUTES });
}

const isAllowed = (url: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [`${new URL(url).origin}/*`] });

const isOwnPage = ({ url }: Browser.runtime.MessageSender): boolean =>
  url?.startsWith(browser.runtime.getURL('/')) === true;

/** A page has one lease, whatever it shows in the course of time. */
const pageOf = ({ tab, documentId }: Browser.runtime.MessageSender): string =>
  String(tab?.id ?? documentId ?? 'popup');

async function togglePanel(tab: Browser.tabs.Tab | undefined): Promise<void> {
  const id = tab?.id ?? (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id;
  if (id !== undefined) await browser.tabs.sendMessage(id, { kind: 'toggle-panel' } satisfies PageMessage);
}

const logFailure = (error: unknown): void => console.warn('Plimsoll:', error);
