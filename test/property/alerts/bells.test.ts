import { array, assert, integer, property, record } from 'fast-check';
import { expect, test } from 'vitest';

import { type ClosedBar, NO_SIGNALS } from '../../../core/alerts/alert-signals.ts';
import { type AlertState, INITIAL_ALERT_STATE } from '../../../core/alerts/alert-state.ts';
import { DEFAULT_ALERT_SETTINGS } from '../../../core/alerts/settings.ts';
import { stepAlerts } from '../../../core/alerts/step-alerts.ts';
import type { Bell } from '../../../core/market/bell.ts';
import type { MarketReport } from '../../../core/market/market-report.ts';
import { buildReport } from '../../support/sample-report.ts';

const START_MS = Date.UTC(2026, 0, 13, 12);
const MINUTE_MS = 60_000;

/** Few prices, so that a path meets a bell often. */
const price = integer({ min: 90, max: 110 });
const path = array(price, { minLength: 1, maxLength: 20 });

const hung = record({ low: price, width: integer({ min: 0, max: 3 }), setPrice: price });
const bellOn = (low: number, high: number, setPrice: number): Bell => ({
  id: 'mine',
  market: 'BTCUSDT',
  venue: 'binance',
  place: 'price',
  low,
  high,
  setPrice,
  setAtMs: START_MS,
  untilMs: null,
  repeats: false,
  rangAtMs: null,
});

const QUIET = buildReport({ atr1dUsd: 10, clusters: [], levels: [], breakdown: [] });
const reportAt = (at: number): MarketReport => ({ ...QUIET, price: at });

/** Looks at a path a minute apart, as a worker that forgets everything between two of them; how often each rang. */
function ringsAlong(
  prices: readonly number[],
  bell: Bell,
  bars: readonly ClosedBar[] = [],
): readonly number[] {
  let state: AlertState = INITIAL_ALERT_STATE;
  let [previous, rangAtMs] = [null as MarketReport | null, bell.rangAtMs];
  return prices.map((at, index) => {
    const nowMs = START_MS + (index + 1) * MINUTE_MS;
    const lately = bars.filter(({ untilMs }) => untilMs <= nowMs);
    const signals = { ...NO_SIGNALS, bells: [{ ...bell, rangAtMs }], lately };
    const step = stepAlerts(state, reportAt(at), previous, DEFAULT_ALERT_SETTINGS, nowMs, signals);
    state = JSON.parse(JSON.stringify(step.state)) as AlertState;
    previous = reportAt(at);
    const rings = step.warnings.filter(({ rule }) => rule === 'bell').length;
    if (rings > 0) rangAtMs = nowMs;
    return rings;
  });
}

test('a bell rings once at the first look at which the price is there or has passed it, and else never', () => {
  assert(
    property(hung, path, ({ low, width, setPrice }, prices) => {
      const high = low + width;
      const isInside = (at: number): boolean => at >= low && at <= high;
      const bell = bellOn(low, high, setPrice);
      const met = prices.findIndex((at, index) => {
        const last = prices[index - 1] ?? setPrice;
        return isInside(at) || (last < low && at > high) || (last > high && at < low);
      });

      const rings = ringsAlong(prices, bell);

      // One that was hung where the price stood waits until it has left first.
      const isExpected = prices.map((_, index) => Number(index === met));
      const once = rings.reduce((sum, count) => sum + count, 0) <= 1;
      expect(isInside(setPrice) ? once : rings).toEqual(isInside(setPrice) ? true : isExpected);
    }),
    { seed: 15, numRuns: 400 },
  );
});

test('by looks and bars together a bell rings once at most, and never for a price on one side of all of them', () => {
  const extremes = record({ open: price, low: price, high: price });
  assert(
    property(hung, path, array(extremes, { maxLength: 4 }), ({ low, width, setPrice }, prices, told) => {
      const high = low + width;
      const bars = told.map((bar, index): ClosedBar => {
        const fromMs = START_MS + index * 5 * MINUTE_MS;
        const all = [bar.open, bar.low, bar.high];
        return {
          fromMs,
          untilMs: fromMs + 5 * MINUTE_MS,
          open: bar.open,
          low: Math.min(...all),
          high: Math.max(...all),
        };
      });
      const bell = bellOn(low, high, setPrice);
      const seen = [setPrice, ...prices, ...bars.flatMap((bar) => [bar.low, bar.high])];
      const wasNeverThere = seen.every((at) => at < low) || seen.every((at) => at > high);

      const rings = ringsAlong(prices, bell, bars).reduce((sum, count) => sum + count, 0);

      expect(rings).toBeLessThanOrEqual(wasNeverThere ? 0 : 1);
    }),
    { seed: 15, numRuns: 400 },
  );
});
