import { browser } from 'wxt/browser';

import type { PopupStore } from '../../components/popup/popup-store.ts';
import { settingsItem } from '../../core/io/user-items.ts';
import { apiOriginOf } from '../../core/venues/regional-hosts.ts';

/** Match patterns of the chosen venues that the browser does not let be read. */
export async function findMissingOrigins(): Promise<readonly string[]> {
  const { venues, hosts } = await settingsItem.getValue();
  const needed = venues.map((venue) => apiOriginOf(venue, hosts));
  const granted = await Promise.all(
    needed.map((origin) => browser.permissions.contains({ origins: [origin] })),
  );
  return needed.filter((_, index) => granted[index] === false);
}

/** Called in the click itself, which the browser demands. */
export async function askForAccess(store: PopupStore): Promise<void> {
  await browser.permissions.request({ origins: [...store.getState().missingOrigins] });
  store.setState({ missingOrigins: await findMissingOrigins() });
}
