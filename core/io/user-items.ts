import { accounts } from '../ledger/accounts/accounts.ts';
import { bells } from '../ledger/bells.ts';
import { messengers, shownChannels } from '../ledger/messengers.ts';
import { hasNewestForm, positions } from '../ledger/positions.ts';
import { settings } from '../ledger/settings/settings.ts';
import { shownTables } from '../ledger/shown-tables.ts';
import { storedItem } from './stored-item.ts';
import { userItem } from './user-item.ts';

/** What the user chose. */
export const settingsItem = userItem('local:settings', settings);

/** The user's positions, of whatever version is stored. */
export const positionsItem = userItem('local:positions', positions);

/** The accounts that the user wants to see, with what was told of them. */
export const accountsItem = userItem('local:accounts', accounts);

/** Prices at which the user wants to be told. */
export const bellsItem = userItem('local:bells', bells);

/** Where warnings go out of the browser, with secrets. */
export const messengersItem = userItem('local:messengers', messengers);

/** The same as views are told of it: without them. */
export const shownMessengersItem = storedItem('local:messengers', { restore: shownChannels });

/** What open pages show in their own tables. Session storage is closed to content scripts. */
export const shownTablesItem = userItem('session:shown-tables', shownTables);

/** Stores positions of an older version in the newest form. Called when the extension was updated; safe to repeat. */
export const renewPositions = () =>
  positionsItem.change((_positions, stored) => (stored === null || hasNewestForm(stored) ? null : {}));
