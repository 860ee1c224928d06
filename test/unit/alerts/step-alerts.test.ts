import { describe, expect, test } from 'vitest';
import { type AlertSignals, NO_SIGNALS } from '../../../core/alerts/alert-signals.ts';
import { type AlertState, INITIAL_ALERT_STATE } from '../../../core/alerts/alert-state.ts';
import { type AlertSettings, DEFAULT_ALERT_SETTINGS, isQuiet } from '../../../core/alerts/settings.ts';
import { stepAlerts } from '../../../core/alerts/step-alerts.ts';
import { warningWords } from '../../../core/i18n/warning-words.ts';
import type { ClusterReport, LevelReport, MarketReport } from '../../../core/market/market-report.ts';
import { buildReport } from '../../support/sample-report.ts';

const START_MS = Date.UTC(2026, 0, 13, 12);
const MINUTE_MS = 60_000;

/** A report with nothing to warn of; average true range 1,000. */
const quietReport = (overrides: Partial<MarketReport> = {}): MarketReport =>
  buildReport({
    price: 91_000,
    atr1dUsd: 1000,
    clusters: [],
    levels: [],
    breakdown: [],
    context: { etf: null, events: [], dvol: null, realisedVol: null, treasuries: null },
    ...overrides,
  });

const resistance = (overrides: Partial<LevelReport> = {}): LevelReport => ({
  id: 'tops',
  kind: 'swing-zone',
  side: 'resistance',
  low: 94_150,
  high: 94_789.08,
  score: 0.9,
  sources: [],
  touches: 4,
  state: 'rejected',
  stateAt: Date.UTC(2026, 0, 7),
  ...overrides,
});

const cluster = (overrides: Partial<ClusterReport> = {}): ClusterReport => ({
  id: 'long:1',
  side: 'long',
  low: 88_000,
  peak: 88_500,
  high: 89_000,
  exposureUsd: { p10: 5e9, p50: 5e9, p90: 5e9 },
  forcedUsd: { p10: 1e9, p50: 1e9, p90: 1e9 },
  distance: -0.02,
  depth: null,
  touch: null,
  cascade: null,
  ...overrides,
});

/** One look a minute; a look is a report, or a report with its signals. */
function watch(
  looks: readonly (MarketReport | readonly [MarketReport, AlertSignals])[],
  settings: AlertSettings = DEFAULT_ALERT_SETTINGS,
  everyMs = MINUTE_MS,
) {
  let state: AlertState = INITIAL_ALERT_STATE;
  let previous: MarketReport | null = null;
  const titles: string[][] = [];
  const given = [];
  for (const [index, look] of looks.entries()) {
    const [report, signals] = 'price' in look ? [look, NO_SIGNALS] : look;
    const step = stepAlerts(state, report, previous, settings, START_MS + index * everyMs, signals);
    state = step.state;
    previous = report;
    titles.push(step.warnings.map((warning) => warningWords(warning).title));
    given.push(...step.warnings.map((warning) => ({ ...warning, ...warningWords(warning) })));
  }
  return { titles, given, state };
}

describe('a level', () => {
  const at = (price: number, level = resistance()) => quietReport({ price, levels: [level] });

  test('is told when the price first comes within a tenth of the average true range', () => {
    expect(watch([at(93_000), at(94_049), at(94_050), at(94_100)]).titles).toEqual([
      [],
      [],
      ['Resistance 94,150 to 94,789 touched'],
      [],
    ]);
  });

  test('is not told if the price stands there when the watch begins', () => {
    expect(watch([at(94_200), at(94_300)]).given).toEqual([]);
  });

  test('is told when the price jumps across it between two looks', () => {
    expect(watch([at(93_000), at(96_000)]).titles[1]).toEqual(['Resistance 94,150 to 94,789 touched']);
  });

  test('touched again within the cool-down is not news, after it it is', () => {
    const looks = [at(93_000), at(94_200), at(93_000), at(94_200)];

    expect(watch(looks).titles.flat()).toHaveLength(1);
    expect(watch(looks, DEFAULT_ALERT_SETTINGS, 7 * 60 * MINUTE_MS).titles.flat()).toHaveLength(2);
  });

  test('is told although a clock that ran a day ahead has told it', () => {
    const DAY_MS = 24 * 60 * MINUTE_MS;
    const { state } = watch([at(93_000), at(94_200), at(93_000)], DEFAULT_ALERT_SETTINGS, DAY_MS);

    const { warnings } = stepAlerts(
      state,
      at(94_200),
      at(93_000),
      DEFAULT_ALERT_SETTINGS,
      START_MS + MINUTE_MS,
    );

    expect(warnings.map((warning) => warningWords(warning).title)).toEqual([
      'Resistance 94,150 to 94,789 touched',
    ]);
  });

  test('closed beyond is told with its price and what would undo it', () => {
    const closed = resistance({ state: 'closed-beyond', stateAt: START_MS });

    const { given } = watch([at(93_000), at(95_414, closed)]);

    expect(given).toMatchObject([
      {
        rule: 'level',
        cause: 'up',
        price: 95_414,
        title: '94,150 to 94,789 closed above',
        text: 'The day closed above 94,789; price now 95,414. This resistance has given way; a daily close back below 94,789 would make it a failed break. It was touched 4 times before.',
      },
    ]);
  });

  test('a resistance given back is lost again, a support given back is reclaimed', () => {
    const lost = resistance({ state: 'reclaimed', stateAt: START_MS });
    const reclaimed = resistance({ side: 'support', state: 'reclaimed', stateAt: START_MS });

    expect(watch([at(96_000), at(93_673, lost)]).titles[1]).toEqual(['94,150 to 94,789 lost again']);
    expect(watch([at(93_000), at(96_000, reclaimed)]).titles[1]).toEqual(['94,150 to 94,789 reclaimed']);
  });

  test('several levels lost at one close are one warning', () => {
    const other = resistance({
      id: 'other',
      low: 92_000,
      high: 92_000,
      score: 0.8,
      state: 'reclaimed',
      stateAt: START_MS,
    });
    const levels = [resistance({ state: 'reclaimed', stateAt: START_MS }), other];

    const { given } = watch([
      quietReport({ price: 96_000, levels: [resistance()] }),
      quietReport({ price: 91_000, levels }),
    ]);

    expect(given).toHaveLength(1);
    expect(given[0]?.text).toContain('The same close went through 92,000.');
  });

  test('an old close that a redrawn zone shows is not news', () => {
    const old = resistance({ state: 'closed-beyond', stateAt: START_MS - 48 * 60 * MINUTE_MS });

    expect(watch([at(93_000), at(96_000, old)]).given.filter(({ gravity }) => gravity > 1)).toEqual([]);
  });

  test('a level that the price went through between two looks is told as such', () => {
    const { given } = watch([at(93_000), at(95_200)]);

    expect(given[0]?.text).toMatch(/^Price reached 95,200, through the resistance 94,150 to 94,789\. /);
  });

  test('weak levels are not told', () => {
    expect(
      watch([at(93_000, resistance({ score: 0.6 })), at(94_200, resistance({ score: 0.6 }))]).given,
    ).toEqual([]);
  });

  test('a touch says what a break would mean', () => {
    const breakdown = {
      levelId: 'tops',
      direction: 'up' as const,
      horizonHours: 24,
      touch: 0.4,
      closeBeyond: 0.18,
      releasedUsd: 1.41e9,
      amplification: 1.2,
      expectedForcedUsd: 0.3e9,
      terminal: { p5: 95_000, p50: 96_000, p95: 98_000 },
    };

    const { given } = watch([
      at(93_000),
      quietReport({ price: 94_200, levels: [resistance()], breakdown: [breakdown] }),
    ]);

    expect(given[0]?.text).toBe(
      'Price reached 94,200, at the resistance 94,150 to 94,789. It was touched 4 times before. Only a daily close above 94,789 counts as a break. Its chance within 24 hours is 18 % (estimate); it would release about 1.41 B USD of forced buying.',
    );
  });
});

describe('pressure', () => {
  test('a large cluster is told once it is near, and again only after the price has left', () => {
    const at = (price: number) => quietReport({ price, map: null, clusters: [cluster()] });

    // A quarter of the average true range is 250: 89,250. It ends beyond 89,500.
    expect(watch([at(89_300), at(89_250), at(89_400), at(89_200)]).titles).toEqual([
      [],
      ['5.00 B of longs near'],
      [],
      [],
    ]);
  });

  test('a cluster with less than a tenth of its side is not told', () => {
    const big = cluster({
      id: 'long:2',
      low: 70_000,
      high: 71_000,
      exposureUsd: { p10: 9e10, p50: 9e10, p90: 9e10 },
    });
    const at = (price: number) => quietReport({ price, map: null, clusters: [cluster(), big] });

    expect(watch([at(90_000), at(89_100)]).given).toEqual([]);
  });

  test('a cascade condition is told when forced flow would carry half an average true range on', () => {
    const carrying = (p50: number) =>
      quietReport({
        price: 89_900,
        map: null,
        clusters: [
          cluster({
            cascade: { terminal: { p5: 86_000, p50, p95: 87_900 }, forcedUsd: 2e9, amplification: 1.5 },
          }),
        ],
      });

    expect(watch([carrying(87_600), carrying(87_500)]).titles).toEqual([
      [],
      ['Cascade possible from 88,000'],
    ]);
  });

  test('a burst of liquidations is told against a busy quarter hour, through a gap in the feed', () => {
    const burst = (longUsd: number): AlertSignals => ({
      ...NO_SIGNALS,
      burst: { longUsd, shortUsd: 0, busyUsd: 1e6 },
    });
    const report = quietReport();

    expect(
      watch([
        [report, burst(2.9e6)],
        report,
        [report, burst(3e6)],
        [report, burst(1.6e6)],
        [report, burst(4e6)],
      ]).titles,
    ).toEqual([[], [], ['Burst of long liquidations'], [], []]);
  });

  test('open interest that fell three percent within an hour is told with the direction of the price', () => {
    const at = (base: number, price: number) =>
      quietReport({
        price,
        openInterest: {
          base,
          usd: base * price,
          peakUsd: null,
          peakAt: null,
          drawdown: null,
          dayChange: null,
          perVenue: [],
        },
      });

    const { given } = watch(
      [at(100_000, 91_000), at(97_100, 90_000), at(97_000, 89_000)],
      DEFAULT_ALERT_SETTINGS,
      10 * MINUTE_MS,
    );

    expect(given).toMatchObject([
      { rule: 'open-interest', cause: 'down', title: 'Open interest fell 3.0 % in an hour' },
    ]);
  });

  test('open interest that fell over many hours is not', () => {
    const at = (base: number) =>
      quietReport({
        openInterest: {
          base,
          usd: null,
          peakUsd: null,
          peakAt: null,
          drawdown: null,
          dayChange: null,
          perVenue: [],
        },
      });

    expect(
      watch([at(100_000), at(97_000), at(94_000)], DEFAULT_ALERT_SETTINGS, 90 * MINUTE_MS).given,
    ).toEqual([]);
  });
});

describe('own liquidation and events', () => {
  const own = (chance24h: number | null, liquidationPrice: number | null = 80_000): AlertSignals => ({
    positions: [{ id: 'a', side: 'long', liquidationPrice, isEstimate: false, chance24h }],
    burst: null,
    timeZone: 'UTC',
    bells: [],
    pause: null,
    lately: [],
  });

  test('a near or likely liquidation is told at once', () => {
    expect(watch([[quietReport(), own(0.1)]]).titles[0]).toEqual(['Your long: liquidation 12 % away']);
    expect(watch([[quietReport(), own(null, 87_000)]]).titles[0]).toEqual([
      'Your long: liquidation 4.4 % away',
    ]);
    expect(
      watch([
        [quietReport(), own(0.05)],
        [quietReport(), own(null, null)],
      ]).given,
    ).toEqual([]);
  });

  test('an event of high impact is told within the hour before it, and once', () => {
    const at = START_MS + 61 * MINUTE_MS;
    const report = quietReport({
      context: {
        etf: null,
        events: [
          { at, title: 'CPI m/m', country: 'USD', impact: 'High' },
          { at, title: 'Loans', country: 'EUR', impact: 'Low' },
        ],
        dvol: null,
        realisedVol: null,
        treasuries: null,
      },
    });

    expect(watch([report, report, report]).titles).toEqual([[], ['CPI m/m (USD) in 60 min'], []]);
  });
});

describe('one warning for one cause', () => {
  const fall = (price: number, overrides: Partial<MarketReport> = {}) =>
    quietReport({
      price,
      levels: [resistance({ id: 'support', side: 'support', low: 90_000, high: 90_100 })],
      map: null,
      clusters: [cluster({ low: 89_000, high: 89_900 })],
      ...overrides,
    });

  test('a touch and a cluster of the same fall are one warning', () => {
    expect(watch([fall(91_000), fall(90_050), fall(89_900)]).titles).toEqual([
      [],
      ['Support 90,000 to 90,100 touched'],
      [],
    ]);
  });

  test('something graver is told although its cause was', () => {
    const burst = { ...NO_SIGNALS, burst: { longUsd: 9e6, shortUsd: 0, busyUsd: 1e6 } };
    const calm = { ...NO_SIGNALS, burst: { longUsd: 0, shortUsd: 0, busyUsd: 1e6 } };

    expect(
      watch([
        [fall(91_000), calm],
        [fall(90_050), calm],
        [fall(89_900), burst],
      ]).titles[2],
    ).toEqual(['Burst of long liquidations']);
  });

  test('a rule that is off says nothing', () => {
    const settings = { ...DEFAULT_ALERT_SETTINGS, rules: { ...DEFAULT_ALERT_SETTINGS.rules, level: false } };

    expect(watch([fall(91_000), fall(90_050)], settings).titles[1]).toEqual(['5.00 B of longs near']);
  });

  test('warnings are kept for a page that opens later, the newest first', () => {
    const { state } = watch([fall(91_000), fall(90_050)]);

    expect(state.given.map((warning) => warningWords(warning).title)).toEqual([
      'Support 90,000 to 90,100 touched',
    ]);
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });

  test('without a price nothing happens', () => {
    const step = stepAlerts(
      INITIAL_ALERT_STATE,
      quietReport({ price: null }),
      null,
      DEFAULT_ALERT_SETTINGS,
      START_MS,
    );

    expect(step).toEqual({ state: INITIAL_ALERT_STATE, warnings: [] });
  });
});

describe('rest', () => {
  test('quiet hours and a snooze rest each by itself', () => {
    const quietHours = { fromMinute: 22 * 60, untilMinute: 6 * 60 };
    const nowMs = Date.UTC(2026, 0, 13, 21);
    const snoozed = { ...DEFAULT_ALERT_SETTINGS, snoozedUntilMs: nowMs + 1 };

    // 22:00 in Berlin.
    expect(isQuiet({ ...DEFAULT_ALERT_SETTINGS, quietHours }, nowMs, 'Europe/Berlin')).toBe(true);
    expect(isQuiet({ ...DEFAULT_ALERT_SETTINGS, quietHours }, nowMs, 'UTC')).toBe(false);
    expect(isQuiet(snoozed, nowMs, 'UTC')).toBe(true);
    expect(isQuiet(snoozed, nowMs + 1, 'UTC')).toBe(false);
  });

  test('a snoozed market warns quietly, own liquidations aloud', () => {
    const settings = { ...DEFAULT_ALERT_SETTINGS, snoozedUntilMs: START_MS + 3_600_000 };
    const own = {
      positions: [
        { id: 'a', side: 'long' as const, liquidationPrice: 90_000, isEstimate: false, chance24h: null },
      ],
      burst: null,
      timeZone: 'UTC',
      bells: [],
      pause: null,
      lately: [],
    };
    const levels = [resistance()];

    const { given } = watch(
      [quietReport({ price: 93_000, levels }), [quietReport({ price: 94_200, levels }), own]],
      settings,
    );

    expect(given.map(({ rule, isQuiet }) => [rule, isQuiet])).toEqual([
      ['own-liquidation', false],
      ['level', true],
    ]);
  });
});
