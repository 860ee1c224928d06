import type { Browser } from 'wxt/browser';

import { settingsItem } from '../../core/io/user-items.ts';
import { SOCKET_DATA_KINDS } from '../../core/venues/origins.ts';

/** After the user took back, in Firefox, that a log-in may leave: no socket stays open but that of an open page's venue. */
export async function shutSockets(removed: Browser.permissions.Permissions): Promise<void> {
  const { data_collection: data } = removed as { readonly data_collection?: readonly string[] };
  if (!SOCKET_DATA_KINDS.some((kind) => data?.includes(kind) === true)) return;
  await settingsItem.change(({ listening }) =>
    listening.venues.length === 0 ? null : { listening: { venues: [] } },
  );
}
