import { browser } from 'wxt/browser';

import { DeskAccounts } from '../../components/account/desk-accounts.tsx';
import { ListeningOptions } from '../../components/options/listening.tsx';
import { themeOf } from '../../components/ui/theme.ts';
import { useStore } from '../../components/ui/use-store.ts';
import { Welcome } from '../../components/welcome/welcome.tsx';
import { ASKED_VENUES, STREAMING_VENUES } from '../../core/venues/listening-venues.ts';
import { agreeToSockets } from '../shared/agree-to-sockets.ts';
import { NOTIFICATIONS, useGranted } from '../shared/use-granted.ts';
import { useSettings } from '../shared/use-settings.ts';
import type { OpenAccounts } from './open-accounts.ts';

const leave = async (): Promise<void> => {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
};

export function WelcomePage({ store, actions }: OpenAccounts) {
  const { settings, change } = useSettings();
  const { granted, turn } = useGranted();
  const notice = useStore(store, (state) => state.notice);
  if (settings === null || granted === null) return null;
  return (
    <div class="plimsoll options-page" data-theme={themeOf(settings)} data-palette={settings.palette}>
      <Welcome
        browserName={import.meta.env.FIREFOX ? 'firefox' : 'chrome'}
        notificationsAllowed={granted.notifications}
        onNotifications={() => void turn(NOTIFICATIONS, true)}
        accounts={
          <>
            <DeskAccounts {...{ store, actions }} isApart />
            <p class={`secondary ${notice?.kind === 'failed' ? 'bad' : ''}`} role="status">
              {notice?.text}
            </p>
          </>
        }
        listening={
          <ListeningOptions
            listening={settings.listening}
            venues={STREAMING_VENUES.filter((venue) => settings.venues.includes(venue))}
            byRequest={ASKED_VENUES}
            onChange={(next) => void agreeToSockets(next).then((listening) => change({ listening }))}
          />
        }
        onOptions={() => void browser.runtime.openOptionsPage()}
        onLeave={() => void leave()}
      />
    </div>
  );
}
