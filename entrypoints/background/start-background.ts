import '../../core/i18n/speak-english.ts';

import { browser } from 'wxt/browser';

import { answerMessage } from '../../core/service/protocol/answer-message.ts';
import { followUpdates } from './follow-updates.ts';
import { hearQuoteLines } from './hear-quote-lines.ts';
import { hearViews } from './hear-views.ts';
import { household } from './household.ts';
import { forgetWithUser } from './keep-copy.ts';
import { logFailure } from './log-failure.ts';
import { hearToggle } from './open-pages.ts';
import { offerSidePanel } from './offer-side-panel.ts';
import { openService } from './open-service.ts';
import { onPollAlarm } from './poll-alarm.ts';
import { followSitePermissions } from './register-sites.ts';
import { shutSockets } from './shut-sockets.ts';

/** Registers every listener before anything is awaited, because the event that woke the worker is already waiting. */
export function startBackground(): void {
  const { service, clock, isClockReady, followOrders } = openService();
  /** Polls until there is nothing more to ask for; if the worker is killed in between, the next alarm goes on. */
  const keepPolling = (poll: () => Promise<boolean>): void => {
    const run = async (): Promise<void> => {
      await isClockReady;
      while (await poll());
      await followOrders();
    };
    void run().catch(logFailure);
  };
  const pollDue = (isAll = false): void => keepPolling(() => service.tick(isAll));
  const answering = {
    ...household,
    service,
    nowMs: clock.nowMs,
    pollDue,
    // A page that went on to another market needs no more of this one.
    poll: (market: string) =>
      keepPolling(async () => (await service.watched()).includes(market) && service.poll(market)),
  };

  onPollAlarm(pollDue);
  hearViews((message, sender) => isClockReady.then(() => answerMessage(message, sender, answering)));
  hearQuoteLines(service.followQuotes, isClockReady);
  hearToggle();
  offerSidePanel();
  followSitePermissions();
  browser.permissions.onAdded.addListener(() => pollDue(true));
  browser.permissions.onRemoved.addListener((removed) => {
    void shutSockets(removed)
      .catch(logFailure)
      .then(() => pollDue(true));
  });
  forgetWithUser();
  followUpdates();
}
