import { accountPositions } from '../ledger/accounts/account-positions.ts';
import { leases } from '../ledger/leases.ts';
import { withoutOwnFigures } from '../ledger/messengers.ts';
import { activeTables, shownPositions } from '../ledger/shown-tables.ts';
import type { StoragePort } from '../ledger/storage-port.ts';
import { mayTellAddresses, mayTellOwnFigures } from './consent-data.ts';
import { reportItem, tiersItem } from './storage-shared.ts';
import {
  accountsItem,
  bellsItem,
  messengersItem,
  positionsItem,
  settingsItem,
  shownTablesItem,
} from './user-items.ts';
import { remembered } from './remembered.ts';
import { storedItem } from './stored-item.ts';

const LEASES_KEY = 'session:leases';
const leasesItem = storedItem(LEASES_KEY, leases);

/**
 * Extension storage as the watch service sees it, which reads it every few seconds. Session storage is closed to content scripts.
 * @param nowMs the venues' time
 */
export function createExtensionStorage(nowMs: () => number): StoragePort {
  const readChannels = remembered('local:messengers', messengersItem);
  const readAccounts = remembered('local:accounts', accountsItem);
  const readOwnPositions = remembered('local:positions', positionsItem);
  const readSettings = remembered('local:settings', settingsItem);
  const readShown = remembered('session:shown-tables', shownTablesItem);
  const readPages = async () =>
    shownPositions(activeTables(await readShown(), (await readSettings()).pageTables, nowMs()));
  return {
    readReport: (market) => reportItem(market).getValue(),
    writeReport: (report) => reportItem(report.market).setValue(report),
    readTiers: (market) => tiersItem(market).getValue(),
    writeTiers: (market, tiers) => tiersItem(market).setValue(tiers),
    readSettings,
    readPositions: async () => [
      ...(await readOwnPositions()),
      ...accountPositions(await readAccounts()),
      ...(await readPages()),
    ],
    readAccounts: async () => {
      const accounts = await readAccounts();
      return accounts.length > 0 && (await mayTellAddresses()) ? accounts : [];
    },
    tellAccount: async (id, told) => {
      await accountsItem.change(() => ({ told: { id, told } }));
    },
    readBells: remembered('local:bells', bellsItem),
    tellBells: async (rang) => {
      await bellsItem.change(() => ({ rang }));
    },
    readMessengers: async () => {
      const channels = await readChannels();
      const hasFigures = Object.values(channels).some((channel) => channel?.hasOwnFigures === true);
      return !hasFigures || (await mayTellOwnFigures()) ? channels : withoutOwnFigures(channels);
    },
    tellMessenger: async (id, outcome) => {
      await messengersItem.change(({ [id]: known }) =>
        known === null ? null : { [id]: { ...known, ...outcome } },
      );
    },
    readLeases: remembered(LEASES_KEY, leasesItem),
    writeLeases: (next) => leasesItem.setValue(next),
    forgetMarket: async (market) => {
      await reportItem(market).remove();
      await tiersItem(market).remove();
    },
  };
}
