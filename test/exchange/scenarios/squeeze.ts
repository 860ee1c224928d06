import type { Market } from '../market/market.ts';

/** Into the cluster of shorts above the price of January 2026, through it, and through the resistance behind it. */
const PUSHES = [
  { price: 92_900, seconds: 20 },
  { price: 94_350, seconds: 15 },
  { price: 95_200, seconds: 15 },
];
/** From one push to the next. */
const REST_S = 5;
/** Bars for which the price stays there. */
const HELD = 12;

/** So long a bar must still last for all pushes to be in it. */
const LASTS_S = PUSHES.reduce((sum, { seconds }) => sum + seconds + REST_S, 0);

/**
 * Squeezes the shorts above the price, in a minute from now; from the next bar of five minutes on where the one under way is
 * almost over.
 * @param wait waits for so many seconds of the market
 */
export async function squeeze(market: Market, wait: (seconds: number) => Promise<void>): Promise<void> {
  const leftS = 300 - ((market.nowMs() / 1000) % 300);
  if (leftS < LASTS_S) await wait(leftS + 1);
  for (const { price, seconds } of PUSHES) {
    market.rush('BTC', price, seconds);
    market.drive('BTC', price, 1, HELD);
    await wait(seconds + REST_S);
  }
}
