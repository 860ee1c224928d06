import { describe, expect, test } from 'vitest';

import { type AlertState, INITIAL_ALERT_STATE, type Warning } from '../../../core/alerts/alert-state.ts';
import { takeBack } from '../../../core/alerts/take-back.ts';
import { falseWarnings } from '../../../core/report/aside/false-warnings.ts';
import { buildBars, FIRST_BAR_S } from '../../support/build-bars.ts';

const bars = buildBars(Array.from({ length: 4 }, () => ({ close: 100, high: 101, low: 99 })));
const AT_MS = (FIRST_BAR_S + 400) * 1000;

const warning = (overrides: Partial<Warning>): Warning => ({
  id: `BTCUSDT:touch:r115:${AT_MS}`,
  rule: 'level',
  at: AT_MS,
  price: 115,
  code: 'level.touch.resistance',
  figures: {},
  cause: 'up',
  gravity: 1,
  isQuiet: false,
  ...overrides,
});

const state = (given: readonly Warning[], samples: AlertState['samples'] = []): AlertState => ({
  ...INITIAL_ALERT_STATE,
  given,
  samples,
  raised: { 'touch:r115': true, 'touch:s90': true },
  toldAt: { 'touch:r115': AT_MS },
});

describe('what warnings said that was not true', () => {
  test('a touch at a price that the market never had is taken back, and may be told again', () => {
    const { given, raised, toldAt } = takeBack(state([warning({})]), falseWarnings([], bars));

    expect(given).toEqual([]);
    expect(raised).toEqual({ 'touch:s90': true });
    expect(toldAt).toEqual({});
  });

  test('a touch at a price that the market had stays, and so does one whose bar is not known yet', () => {
    const before = state([
      warning({ price: 103.9 }),
      warning({ at: (FIRST_BAR_S + 1300) * 1000, id: `BTCUSDT:touch:x:1` }),
    ]);

    expect(takeBack(before, falseWarnings([], bars))).toBe(before);
  });

  test('a fall of open interest told before its lie was found goes, with the samples of it', () => {
    const log = [
      { venue: 'binance', quantity: 'open-interest', fromMs: AT_MS - 1, untilMs: AT_MS, foundMs: AT_MS + 1 },
    ] as const;
    const fall = warning({ rule: 'open-interest', id: `BTCUSDT:open-interest:${AT_MS}`, price: 100 });
    const samples = [
      { atMs: AT_MS - 5, openInterestBase: 10, price: 100 },
      { atMs: AT_MS, openInterestBase: 99, price: 100 },
    ];

    const after = takeBack(state([fall], samples), falseWarnings(log, bars));

    expect(after.given).toEqual([]);
    expect(after.samples).toEqual(samples.slice(0, 1));
  });
});
