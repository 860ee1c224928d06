import { createBinanceApi } from '../binance/binance.ts';
import { createRequests } from '../binance/requests.ts';
import type { Venue } from '../venue.ts';
import { hosts } from './hosts.ts';

const requests = createRequests({ id: 'aster', api: hosts.api, site: hosts.tiers });

/**
 * Aster's perpetuals: Binance's API on hosts of its own, without statistics of the past.
 * `UNITS.md` beside this says what each figure counts, and who says so.
 * @see https://github.com/asterdex/api-docs
 */
export const aster: Venue = {
  ...createBinanceApi('aster', requests, `${hosts.socket}/ws`),
  budgets: requests.budgets.filter(({ id }) => id !== 'aster-data'),
  openInterestHistory: null,
  dailyOpenInterest: null,
  accountRatio: null,
};
