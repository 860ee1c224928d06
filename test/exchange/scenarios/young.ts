import type { Scenario } from '../market/scenario.ts';
import { JANUARY_2026 } from './january-2026.ts';

/** BTC as it was in January, on venues that have listed it for ten days, with few traders: all of its history is soon loaded. */
export const YOUNG: Scenario = {
  name: 'young',
  coins: JANUARY_2026.coins.slice(0, 1).map((coin) => ({ ...coin, listedDaysAgo: 10, positionsPerStep: 2 })),
};
