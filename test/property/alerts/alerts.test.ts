import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { warningWords } from '../../../core/i18n/warning-words.ts';
import { type AlertState, INITIAL_ALERT_STATE, type Warning } from '../../../core/alerts/alert-state.ts';
import { DEFAULT_ALERT_SETTINGS } from '../../../core/alerts/settings.ts';
import { stepAlerts } from '../../../core/alerts/step-alerts.ts';
import type { MarketReport } from '../../../core/market/market-report.ts';
import { buildReport } from '../../support/sample-report.ts';

const BASE = buildReport();
const START_MS = Date.UTC(2026, 0, 12);
const DAY_MS = 86_400_000;
const options = { seed: 3, numRuns: 60 };

const look = fc.record({
  minutes: fc.integer({ min: 1, max: 240 }),
  price: fc.double({ min: 80_000, max: 100_000, noNaN: true }),
  openInterestBase: fc.double({ min: 5e5, max: 7e5, noNaN: true }),
  longUsd: fc.double({ min: 0, max: 1e7, noNaN: true }),
  liquidationPrice: fc.double({ min: 60_000, max: 120_000, noNaN: true }),
});

interface Look {
  readonly minutes: number;
  readonly price: number;
  readonly openInterestBase: number;
  readonly longUsd: number;
  readonly liquidationPrice: number;
}

function run(looks: readonly Look[]): { warnings: Warning[]; repeated: Warning[] } {
  let state: AlertState = INITIAL_ALERT_STATE;
  let previous: MarketReport | null = null;
  let nowMs = START_MS;
  const warnings: Warning[] = [];
  const repeated: Warning[] = [];
  for (const { minutes, price, openInterestBase, longUsd, liquidationPrice } of looks) {
    nowMs += minutes * 60_000;
    const report: MarketReport = {
      ...BASE,
      price,
      openInterest: {
        base: openInterestBase,
        usd: null,
        peakUsd: null,
        peakAt: null,
        drawdown: null,
        dayChange: null,
        perVenue: [],
      },
    };
    const signals = {
      positions: [{ id: 'a', side: 'long' as const, liquidationPrice, isEstimate: false, chance24h: null }],
      burst: { longUsd, shortUsd: 0, busyUsd: 1e6 },
      timeZone: 'UTC',
      bells: [],
      pause: null,
      lately: [],
    };
    const step = stepAlerts(state, report, previous, DEFAULT_ALERT_SETTINGS, nowMs, signals);
    repeated.push(...stepAlerts(step.state, report, report, DEFAULT_ALERT_SETTINGS, nowMs, signals).warnings);
    state = step.state;
    previous = report;
    warnings.push(...step.warnings);
  }
  return { warnings, repeated };
}

const markets = fc.array(look, { minLength: 20, maxLength: 120 });

describe('warnings', () => {
  test('the same report looked at twice warns once', () => {
    fc.assert(
      fc.property(markets, (looks) => {
        expect(run(looks).repeated).toEqual([]);
      }),
      options,
    );
  });

  test('are never more than six in any 24 hours, own positions aside', () => {
    fc.assert(
      fc.property(markets, (looks) => {
        const times = run(looks).warnings.flatMap(({ rule, at }) => (rule === 'own-liquidation' ? [] : [at]));

        for (const at of times) {
          expect(times.filter((other) => other <= at && at - other < DAY_MS).length).toBeLessThanOrEqual(6);
        }
      }),
      options,
    );
  });

  test('never say what to do', () => {
    fc.assert(
      fc.property(markets, (looks) => {
        for (const warning of run(looks).warnings) {
          const { title, text } = warningWords(warning);
          expect(`${title} ${text}`).not.toMatch(
            /\b(buy|sell|should|enter|exit|take profit|go (long|short))\b/i,
          );
          expect(text).toMatch(/\d/);
          // Neither an unknown code nor a figure that is missing.
          expect(`${title} ${text}`).not.toMatch(/^A warning |–|\{/);
        }
      }),
      options,
    );
  });
});
