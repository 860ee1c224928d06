import { describe, expect, test } from 'vitest';

import { createBars } from '../../../core/market/bars.ts';
import { CoinMarket } from '../market/coin-market.ts';
import { recordedScenario } from './recorded.ts';

const START_S = 1_768_219_200;

function fifteenMinutes() {
  const bars = createBars(2, 900);
  bars.openTimeS.set([0, 900]);
  bars.open.set([100, 104]);
  bars.high.set([106, 105]);
  bars.low.set([99, 97]);
  bars.close.set([104, 98]);
  bars.volumeBase.set([30, 60]);
  bars.openInterestBase.set([900, 960]);
  return bars;
}

describe('a recorded scenario', () => {
  test('cuts a bar into fives that keep its extremes, its flow and its open interest', () => {
    const recorded = recordedScenario('BTC', fifteenMinutes()).coins[0]!.recorded!;

    // A rising bar dips first (100 to 99), then peaks (106), then closes (104); a falling one the other way round.
    expect(recorded.map(({ open, close }) => [open, close])).toEqual([
      [100, 99],
      [99, 106],
      [106, 104],
      [104, 105],
      [105, 97],
      [97, 98],
    ]);
    expect(recorded.map(({ volumeBase }) => volumeBase)).toEqual([10, 10, 10, 20, 20, 20]);
    // 900 is the first known value and held backwards; then 60 coins come in thirds.
    expect(recorded.map(({ openInterestBase }) => openInterestBase)).toEqual([900, 900, 900, 920, 940, 960]);
  });

  test('stands at the end of the grown market, bar for bar', { timeout: 30_000 }, () => {
    const scenario = recordedScenario('BTC', fifteenMinutes()).coins[0]!;

    const coin = new CoinMarket(scenario, 1, START_S);
    const last = coin.bars.at(coin.bars.length - 2);

    expect(last).toMatchObject({
      openTimeS: START_S - 300,
      open: 97,
      close: 98,
      volumeBase: 20,
      openInterestBase: 960,
    });
    expect(coin.bars.at(coin.bars.length - 6)).toMatchObject({ open: 99, high: 106, low: 99, close: 106 });
  });

  test('refuses a recording without open interest', () => {
    const bars = fifteenMinutes();
    bars.openInterestBase.fill(NaN);

    expect(() => recordedScenario('BTC', bars)).toThrow('knows no open interest');
  });
});
