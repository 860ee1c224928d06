import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

import { CONTEXT_SOURCES } from '../../core/context/sources.ts';
import { VENUE_IDS } from '../../core/market/venue-id.ts';
import { MESSENGER_ORIGINS } from '../../core/messengers/registry.ts';
import { API_ORIGIN_OF, OPTIONAL_API_ORIGINS } from '../../core/venues/origins.ts';
import { REGIONAL_API_ORIGINS } from '../../core/venues/regional-hosts.ts';

export type Permissions = Parameters<typeof browser.permissions.contains>[0];

export const NOTIFICATIONS = { permissions: ['notifications'] } satisfies Permissions;

/** What the browser has granted: match patterns, and whether notifications are among it. */
export interface Granted {
  readonly origins: ReadonlySet<string>;
  readonly notifications: boolean;
}

const ASKED = [
  ...VENUE_IDS.map((venue) => API_ORIGIN_OF[venue]),
  ...OPTIONAL_API_ORIGINS,
  ...REGIONAL_API_ORIGINS,
  ...MESSENGER_ORIGINS,
  ...CONTEXT_SOURCES.map(({ origin }) => origin),
];

async function readGranted(): Promise<Granted> {
  const [notifications, ...isAllowed] = await Promise.all([
    browser.permissions.contains(NOTIFICATIONS),
    ...ASKED.map((origin) => browser.permissions.contains({ origins: [origin] })),
  ]);
  return { notifications, origins: new Set(ASKED.filter((_, index) => isAllowed[index])) };
}

/** What is granted, null until it was read, and what asks for more or gives some back: called in the click itself. */
export function useGranted(): {
  readonly granted: Granted | null;
  readonly turn: (permissions: Permissions, wanted: boolean) => Promise<boolean>;
} {
  const [granted, setGranted] = useState<Granted | null>(null);
  const read = () => void readGranted().then(setGranted);
  useEffect(read, []);
  const turn = (permissions: Permissions, wanted: boolean) => {
    const turned = wanted
      ? browser.permissions.request(permissions)
      : browser.permissions.remove(permissions);
    void turned.then(read, read);
    return turned;
  };
  return { granted, turn };
}
