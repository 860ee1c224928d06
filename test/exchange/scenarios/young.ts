import type { Scenario } from '../market/scenario.ts';
import { JANUARY_2026 } from './january-2026.ts';

/** BTC and ETH as they were in January, on venues that have listed them for ten days, with few traders: all of their history is soon loaded. */
export const YOUNG: Scenario = {
  name: 'young',
  coins: JANUARY_2026.coins.slice(0, 2).map((coin) => ({ ...coin, listedDaysAgo: 10, positionsPerStep: 2 })),
};
