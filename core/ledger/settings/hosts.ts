import * as v from 'valibot';

import { REGIONAL_HOSTS } from '../../venues/regional-hosts.ts';
import { fields, one } from '../fact.ts';

const chosen = fields(
  Object.fromEntries(
    Object.entries(REGIONAL_HOSTS).map(([venue, hosts]) => [
      venue,
      one(v.nullable(v.picklist(hosts.map(({ host }) => host))), null),
    ]),
  ),
);

/** Hosts that venues are asked at in place of their main ones; null: the main one, which is stored as nothing. */
export const hosts: typeof chosen = {
  ...chosen,
  change: (stored, change) =>
    Object.fromEntries(
      Object.entries(chosen.change(stored, change) as object).filter(([, host]) => host !== null),
    ),
};
