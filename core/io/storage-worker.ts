import { accountPositions } from '../ledger/accounts/account-positions.ts';
import { leases } from '../ledger/leases.ts';
import type { StoragePort } from '../ledger/ports.ts';
import { reportItem, tiersItem } from './storage-shared.ts';
import { accountsItem, positionsItem, settingsItem } from './user-items.ts';
import { storedItem } from './stored-item.ts';

const leasesItem = storedItem('session:leases', leases);

/** Extension storage as the watch service sees it. Session storage is closed to content scripts. */
export const extensionStorage: StoragePort = {
  readReport: (market) => reportItem(market).getValue(),
  writeReport: (report) => reportItem(report.market).setValue(report),
  readTiers: (market) => tiersItem(market).getValue(),
  writeTiers: (market, tiers) => tiersItem(market).setValue(tiers),
  readSettings: () => settingsItem.getValue(),
  readPositions: async () => [
    ...(await positionsItem.getValue()),
    ...accountPositions(await accountsItem.getValue()),
  ],
  readAccounts: () => accountsItem.getValue(),
  tellAccount: async (id, told) => {
    await accountsItem.change(() => ({ told: { id, told } }));
  },
  readLeases: () => leasesItem.getValue(),
  writeLeases: (next) => leasesItem.setValue(next),
  forgetMarket: async (market) => {
    await reportItem(market).remove();
    await tiersItem(market).remove();
  },
};
