import { type ChangesOf, fields, type ValuesOf } from '../fact.ts';
import { alerts } from './alerts.ts';
import { hideAmounts } from './hide-amounts.ts';
import { hosts } from './hosts.ts';
import { listenAlways } from './listen-always.ts';
import { ownLines } from './own-lines.ts';
import { PANEL_SETTINGS } from './panel-settings.ts';
import { sound } from './sound.ts';
import { tradeAt } from './trade-at.ts';
import { venues } from './venues.ts';
import { version } from './version.ts';
import { waitingOrders } from './waiting-orders.ts';
import { watchList } from './watch-list.ts';

const SETTINGS = {
  version,
  ...PANEL_SETTINGS,
  venues,
  hosts,
  watchList,
  tradeAt,
  alerts,
  sound,
  listenAlways,
  hideAmounts,
  ownLines,
  waitingOrders,
};

/** What the user chose; `local:settings`. */
export const settings = fields(SETTINGS);

export type Settings = ValuesOf<typeof SETTINGS>;

/** What changed of it: lists by what comes and goes, everything else by its new value. */
export type SettingsChange = ChangesOf<typeof SETTINGS>;
