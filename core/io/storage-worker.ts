import type { Leases } from '../ledger/leases.ts';
import type { StoragePort } from '../ledger/ports.ts';
import { fieldsOf, isFiniteNumber, isText, recordOf } from './shapes.ts';
import { reportItem, tiersItem } from './storage-shared.ts';
import { positionsItem, settingsItem } from './user-items.ts';
import { storedItem } from './stored-item.ts';

const leasesItem = storedItem<Leases>(
  'session:leases',
  recordOf(fieldsOf({ market: isText, venue: isText, untilMs: isFiniteNumber })),
  {},
);

/** Extension storage as the watch service sees it. Session storage is closed to content scripts. */
export const extensionStorage: StoragePort = {
  writeReport: (report) => reportItem(report.market).setValue(report),
  readTiers: (market) => tiersItem(market).getValue(),
  writeTiers: (market, tiers) => tiersItem(market).setValue(tiers),
  readSettings: () => settingsItem.getValue(),
  readPositions: () => positionsItem.getValue(),
  readLeases: () => leasesItem.getValue(),
  writeLeases: (leases) => leasesItem.setValue(leases),
  forgetMarket: async (market) => {
    await reportItem(market).remove();
    await tiersItem(market).remove();
  },
};
