import type { CoinScenario, Scenario } from '../../exchange/market/scenario.ts';
import { JANUARY_2026 } from '../../exchange/scenarios/january-2026.ts';

/** Coins that every venue lists: three of the usual scenario, and the third under other names. */
const [BTC, ETH, SOL] = JANUARY_2026.coins as [CoinScenario, CoinScenario, CoinScenario];
const OTHERS = ['XRP', 'DOGE', 'ADA', 'LINK', 'AVAX', 'LTC', 'DOT'];

export const TEN_MARKETS: Scenario = {
  ...JANUARY_2026,
  name: 'ten-markets',
  coins: [BTC, ETH, SOL, ...OTHERS.map((base) => ({ ...SOL, base }))],
};

export const MARKETS = TEN_MARKETS.coins.map(({ base }) => `${base}USDT`);
