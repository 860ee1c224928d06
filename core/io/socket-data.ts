import type { browser } from 'wxt/browser';

import { SOCKET_DATA_KINDS } from '../venues/origins.ts';

/** Firefox's own consent for what a socket's handshake carries; null where the browser has no such consent. */
export const SOCKET_DATA = import.meta.env.FIREFOX
  ? ({ data_collection: [...SOCKET_DATA_KINDS] } as Parameters<typeof browser.permissions.request>[0])
  : null;
