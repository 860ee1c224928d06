import { type ChangesOf, fields, type ValuesOf } from '../fact.ts';
import { alerts } from './alerts.ts';
import { bookMarks } from './book-marks.ts';
import { hideAmounts } from './hide-amounts.ts';
import { hosts } from './hosts.ts';
import { listenAlways } from './listen-always.ts';
import { listening } from './listening.ts';
import { mapChoices } from './map-choices.ts';
import { ownLines } from './own-lines.ts';
import { pageTables } from './page-tables.ts';
import { palette } from './palette.ts';
import { sound } from './sound.ts';
import { theme } from './theme.ts';
import { tradeAt } from './trade-at.ts';
import { venues } from './venues.ts';
import { version } from './version.ts';
import { waitingOrders } from './waiting-orders.ts';
import { watchList } from './watch-list.ts';

const SETTINGS = {
  version,
  venues,
  hosts,
  watchList,
  tradeAt,
  palette,
  theme,
  alerts,
  sound,
  listenAlways,
  listening,
  bookMarks,
  hideAmounts,
  ownLines,
  pageTables,
  mapChoices,
  waitingOrders,
};

/** What the user chose; `local:settings`. */
export const settings = fields(SETTINGS);

export type Settings = ValuesOf<typeof SETTINGS>;

/** What changed of it: lists by what comes and goes, everything else by its new value. */
export type SettingsChange = ChangesOf<typeof SETTINGS>;
