import { accounts } from './accounts/accounts.ts';
import { bells } from './bells.ts';
import { dismissedWarnings } from './dismissed-warnings.ts';
import type { Fact } from './fact.ts';
import { messengers } from './messengers.ts';
import { place } from './place.ts';
import { positions } from './positions.ts';
import { settings } from './settings/settings.ts';

/** Everything that the user keeps on the device, by its key in storage; `place` is one of each site: `place:binance`. */
const USER_FACTS = {
  settings,
  positions,
  accounts,
  bells,
  messengers,
  'dismissed-warnings': dismissedWarnings,
  place,
};

type Name = keyof typeof USER_FACTS;

/** Where an item of the user's stands: what is in no list is none, so that none is left out of the copy of an update. */
export type UserKey = `local:${Exclude<Name, 'place'>}` | `local:place:${string}`;

/** The user's fact that stands under `key` (`bells`, `place:binance`); undefined for what is not the user's. */
export function userFactOf(key: string): Pick<Fact<unknown>, 'fallback' | 'goBack'> | undefined {
  const [name] = key.split(':');
  return Object.entries(USER_FACTS).find(([one]) => one === name)?.[1];
}
