import { browser } from 'wxt/browser';

import { WORDS } from '../../core/i18n/words.en.ts';
import { dismissedWarningsItem, placeItem } from '../../core/io/storage-shared.ts';
import {
  accountsItem,
  bellsItem,
  messengersItem,
  positionsItem,
  settingsItem,
  shownTablesItem,
} from '../../core/io/user-items.ts';
import type { Household } from '../../core/service/protocol/household.ts';
import { SITES } from '../../core/sites/registry.ts';

const openPage = async (path: string): Promise<void> => {
  await browser.tabs.create({ url: `${browser.runtime.getURL('/')}${path}` });
};

/** What the user keeps and the pages that open for them, for the answers to messages. */
export const household: Omit<Household, 'service' | 'poll' | 'pollDue' | 'nowMs'> = {
  settings: settingsItem,
  positions: positionsItem,
  accounts: accountsItem,
  shownTables: shownTablesItem,
  bells: bellsItem,
  messengers: messengersItem,
  dismissedWarnings: dismissedWarningsItem,
  words: WORDS,
  placeOn: (site) => {
    if (!SITES.some(({ id }) => id === site)) throw new RangeError(`${site} is no site`);
    return placeItem(site);
  },
  openPage,
  openPopup: async () => {
    try {
      await browser.action.openPopup();
    } catch {
      // Without a focused window, or in browsers that want a click on the icon, the popup's page does as well.
      await openPage('popup.html');
    }
  },
};
