import type { ClassMix, CoinScenario, PriceAnchor, Scenario } from '../market/scenario.ts';

/** Openings by distance: .4-.8 %, .8-1.5, 1.5-3, 3-6, 6-12, 12-30, 30-110, never. */
const ORDINARY: ClassMix = [0.01, 0.03, 0.06, 0.08, 0.14, 0.18, 0.2, 0.3];
/** Traders who chase a rally or a bounce: half as much again at 8x to 30x. */
const EAGER: ClassMix = [0.01, 0.03, 0.07, 0.14, 0.2, 0.19, 0.16, 0.2];
/** Traders who sell under a known high: more than usual at 15x to 30x. */
const FADING: ClassMix = [0.01, 0.03, 0.06, 0.11, 0.165, 0.18, 0.18, 0.265];

/** BTC from June 2025 to noon of 12 January 2026, counted back in days. */
const BTC_PRICE: readonly PriceAnchor[] = [
  { daysAgo: 211, price: 106_500 },
  { daysAgo: 204, price: 98_300, extreme: true },
  { daysAgo: 182, price: 123_200, extreme: true },
  { daysAgo: 163, price: 112_200 },
  { daysAgo: 151, price: 124_470, extreme: true },
  { daysAgo: 135, price: 107_400, extreme: true },
  { daysAgo: 116, price: 117_800 },
  { daysAgo: 108, price: 108_700 },
  { daysAgo: 98, price: 126_200, extreme: true },
  { daysAgo: 94.3, price: 121_500 },
  { daysAgo: 93.6, price: 102_500, extreme: true },
  { daysAgo: 91, price: 115_900 },
  { daysAgo: 87, price: 104_000 },
  { daysAgo: 77, price: 116_000 },
  { daysAgo: 69, price: 99_500 },
  { daysAgo: 62, price: 106_500 },
  { daysAgo: 59, price: 94_500 },
  { daysAgo: 56, price: 95_500 },
  { daysAgo: 52, price: 80_600, extreme: true },
  { daysAgo: 45, price: 92_800 },
  { daysAgo: 42, price: 84_000, extreme: true },
  { daysAgo: 40, price: 93_900 },
  { daysAgo: 38, price: 88_900 },
  { daysAgo: 33.7, price: 94_589, extreme: true },
  { daysAgo: 32, price: 89_600 },
  { daysAgo: 31, price: 92_500 },
  { daysAgo: 29.2, price: 91_000 },
  { daysAgo: 28, price: 89_800 },
  { daysAgo: 27.6, price: 85_600 },
  { daysAgo: 26.2, price: 90_300 },
  { daysAgo: 24.8, price: 84_450, extreme: true },
  { daysAgo: 24, price: 88_100 },
  { daysAgo: 21, price: 90_300 },
  { daysAgo: 17.5, price: 86_600, extreme: true },
  { daysAgo: 14.3, price: 90_200 },
  { daysAgo: 12.5, price: 87_300, extreme: true },
  { daysAgo: 10, price: 90_100 },
  { daysAgo: 8, price: 91_400 },
  { daysAgo: 6.7, price: 94_789, extreme: true },
  { daysAgo: 6.2, price: 93_500 },
  { daysAgo: 5, price: 91_300 },
  { daysAgo: 4.1, price: 89_311, extreme: true },
  { daysAgo: 3.4, price: 90_500 },
  { daysAgo: 3.1, price: 90_400, extreme: true },
  { daysAgo: 2.6, price: 90_900, extreme: true },
  { daysAgo: 2.1, price: 90_450, extreme: true },
  { daysAgo: 1.6, price: 90_900, extreme: true },
  { daysAgo: 1.2, price: 90_500, extreme: true },
  { daysAgo: 0.9, price: 90_800 },
  { daysAgo: 0.6, price: 92_300, extreme: true },
  { daysAgo: 0.25, price: 90_350, extreme: true },
  { daysAgo: 0, price: 90_900 },
];

const BTC: CoinScenario = {
  base: 'BTC',
  multiplier: 1,
  tickSize: 0.1,
  price: BTC_PRICE,
  openInterest: [
    { daysAgo: 211, usd: 72e9 },
    { daysAgo: 151, usd: 84e9 },
    { daysAgo: 98, usd: 94e9 },
    { daysAgo: 94.3, usd: 92e9 },
    { daysAgo: 93.6, usd: 68e9 },
    { daysAgo: 59, usd: 70e9 },
    { daysAgo: 52, usd: 63e9 },
    { daysAgo: 42, usd: 66e9 },
    { daysAgo: 33.7, usd: 78e9 },
    { daysAgo: 31, usd: 87e9 },
    { daysAgo: 29.2, usd: 90e9 },
    { daysAgo: 28, usd: 86e9 },
    { daysAgo: 27.6, usd: 76e9 },
    { daysAgo: 24.8, usd: 58e9 },
    { daysAgo: 17.5, usd: 46e9 },
    { daysAgo: 12.5, usd: 34e9 },
    { daysAgo: 10, usd: 35e9 },
    { daysAgo: 6.7, usd: 48e9 },
    { daysAgo: 5, usd: 32e9 },
    { daysAgo: 4.1, usd: 22e9 },
    { daysAgo: 3.4, usd: 24e9 },
    { daysAgo: 0.9, usd: 61e9 },
    { daysAgo: 0.6, usd: 63.5e9 },
    { daysAgo: 0.25, usd: 61.5e9 },
    { daysAgo: 0, usd: 62e9 },
  ],
  dailyVolatility: 0.018,
  positionsPerStep: 16,
  mix: ORDINARY,
  episodes: [
    // The rally to 94,789: late longs with 10x to 30x, open interest up by a third.
    { fromDaysAgo: 9, untilDaysAgo: 6.2, turnover: 1, longMix: EAGER },
    // Three days between 90,400 and 90,900: open interest more than doubles, longs and shorts against each other.
    { fromDaysAgo: 4.1, untilDaysAgo: 0.6, turnover: 1, longMix: EAGER, shortMix: FADING },
  ],
};

/** A coin that moves with BTC, more strongly, and of which nothing in particular is known. */
function followBtc(
  coin: Pick<CoinScenario, 'base' | 'asset' | 'multiplier' | 'tickSize' | 'dailyVolatility'>,
  priceNow: number,
  openInterestUsd: number,
  beta: number,
): CoinScenario {
  const scale = openInterestUsd / 62e9;
  return {
    ...coin,
    price: BTC_PRICE.map((anchor) => ({
      daysAgo: anchor.daysAgo,
      price: priceNow * (anchor.price / 90_900) ** beta,
    })),
    openInterest: BTC.openInterest.map((anchor) => ({ ...anchor, usd: anchor.usd * scale })),
    positionsPerStep: 2,
    mix: ORDINARY,
    episodes: [],
  };
}

/** Price 90,900 after a fall from 126,200, a peak of leverage a month ago, and a market that has taken sides again since. */
export const JANUARY_2026: Scenario = {
  name: 'january-2026',
  coins: [
    BTC,
    followBtc({ base: 'ETH', multiplier: 1, tickSize: 0.01, dailyVolatility: 0.026 }, 3_105, 29e9, 1.35),
    followBtc({ base: 'SOL', multiplier: 1, tickSize: 0.001, dailyVolatility: 0.032 }, 139.5, 7.4e9, 1.5),
    followBtc(
      { base: 'PEPE', multiplier: 1000, tickSize: 1e-10, dailyVolatility: 0.045 },
      0.0000059,
      0.42e9,
      1.8,
    ),
    // A coin and a share of one name, and a share that is not listed yet.
    followBtc(
      {
        base: 'CAT',
        asset: { name: 'CAT', assetClass: 'crypto', on: ['binance', 'bybit'] },
        multiplier: 1000,
        tickSize: 1e-10,
        dailyVolatility: 0.05,
      },
      0.0000021,
      0.012e9,
      1.6,
    ),
    followBtc(
      {
        base: 'CATERPILLAR',
        asset: {
          name: 'CAT',
          names: { bybit: 'CATSTOCK' },
          assetClass: 'equity',
          on: ['binance', 'bybit', 'bitget', 'gate'],
        },
        multiplier: 1,
        tickSize: 0.01,
        dailyVolatility: 0.012,
      },
      817,
      0.03e9,
      0.2,
    ),
    followBtc(
      {
        base: 'OPENAI',
        asset: {
          name: 'OPENAI',
          assetClass: 'equity',
          on: ['binance', 'gate'],
          isPreMarket: true,
        },
        multiplier: 1,
        tickSize: 0.01,
        dailyVolatility: 0.02,
      },
      905,
      0.02e9,
      0.3,
    ),
  ],
};

/** BTC of it alone, for what looks at no other coin: each takes time to grow. */
export const BTC_ALONE: Scenario = {
  ...JANUARY_2026,
  coins: JANUARY_2026.coins.filter(({ base }) => base === 'BTC'),
};
