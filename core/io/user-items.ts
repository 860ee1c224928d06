import { hasNewestForm, positions } from '../ledger/positions.ts';
import { settings } from '../ledger/settings/settings.ts';
import { userItem } from './user-item.ts';

/** What the user chose. */
export const settingsItem = userItem('local:settings', settings);

/** The user's positions, of whatever version is stored. */
export const positionsItem = userItem('local:positions', positions);

/** Stores positions of an older version in the newest form. Called when the extension was updated; safe to repeat. */
export const renewPositions = () =>
  positionsItem.change((_positions, stored) => (stored === null || hasNewestForm(stored) ? null : {}));
