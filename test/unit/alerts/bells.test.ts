import { describe, expect, test } from 'vitest';

import { type ClosedBar, NO_SIGNALS, type Pause } from '../../../core/alerts/alert-signals.ts';
import { type AlertState, INITIAL_ALERT_STATE } from '../../../core/alerts/alert-state.ts';
import { type AlertSettings, DEFAULT_ALERT_SETTINGS } from '../../../core/alerts/settings.ts';
import { stepAlerts } from '../../../core/alerts/step-alerts.ts';
import { warningWords } from '../../../core/i18n/warning-words.ts';
import type { Bell } from '../../../core/market/bell.ts';
import type { LevelReport } from '../../../core/market/market-report.ts';
import { buildReport } from '../../support/sample-report.ts';

const START_MS = Date.UTC(2026, 0, 13, 12);
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const bell = (overrides: Partial<Bell> = {}): Bell => ({
  id: 'mine',
  market: 'BTCUSDT',
  venue: 'binance',
  place: 'price',
  low: 92_000,
  high: 92_000,
  setPrice: 91_000,
  setAtMs: START_MS - MINUTE_MS,
  untilMs: null,
  repeats: false,
  rangAtMs: null,
  ...overrides,
});

/** Nothing to warn of but bells and pauses; average true range 1,000. */
const reportAt = (price: number, levels: readonly LevelReport[] = []) =>
  buildReport({
    price,
    atr1dUsd: 1000,
    clusters: [],
    levels,
    breakdown: [],
    context: { etf: null, events: [], dvol: null, realisedVol: null, treasuries: null },
  });

interface Look {
  readonly price: number;
  /** After the one before. */
  readonly afterMs?: number;
  readonly bells?: readonly Bell[];
  readonly pause?: Pause;
  readonly lately?: readonly ClosedBar[];
  readonly levels?: readonly LevelReport[];
}

/** Looks a minute apart; what each warned of. */
function watch(looks: readonly Look[], settings: AlertSettings = DEFAULT_ALERT_SETTINGS) {
  let state: AlertState = INITIAL_ALERT_STATE;
  let [atMs, previous] = [START_MS, null as ReturnType<typeof reportAt> | null];
  return looks.map(({ price, afterMs = MINUTE_MS, bells = [], pause = null, lately = [], levels = [] }) => {
    atMs += afterMs;
    const report = reportAt(price, levels);
    const signals = { ...NO_SIGNALS, bells, pause, lately };
    const step = stepAlerts(state, report, pause === null ? previous : null, settings, atMs, signals);
    state = step.state;
    previous = report;
    return step.warnings;
  });
}

const ringsOf = (prices: readonly number[], one: Bell, afterMs = MINUTE_MS): readonly number[] =>
  watch(prices.map((price) => ({ price, bells: [one], afterMs }))).map(({ length }) => length);

describe('a bell', () => {
  test.each([
    ['reached', [91_500, 92_000], [0, 1]],
    ['crossed between two looks', [91_500, 92_600], [0, 1]],
    ['crossed, and later from above', [92_600, 92_600, 91_500], [1, 0, 1]],
    ['crossed before it was looked at first', [92_600], [1]],
    ['not reached', [91_500, 91_990], [0, 0]],
  ])('at a price that is %s rings so often: %o', (_what, prices, rings) => {
    expect(ringsOf(prices, bell({ repeats: true }), 20 * MINUTE_MS)).toEqual(rings);
  });

  test('on a band in which the price stands already waits for the price to come back', () => {
    const inside = bell({ place: 'cluster', low: 90_800, high: 91_200, repeats: true });

    expect(ringsOf([91_000, 91_100, 91_500, 91_150], inside, 20 * MINUTE_MS)).toEqual([0, 0, 0, 1]);
  });

  test('that repeats rings again once the price was a tenth of a day’s range away, ten minutes later at the earliest', () => {
    const repeating = bell({ repeats: true });

    expect(ringsOf([92_000, 91_950, 92_000], repeating, 20 * MINUTE_MS)).toEqual([1, 0, 0]);
    expect(ringsOf([92_000, 91_800, 92_000], repeating, 20 * MINUTE_MS)).toEqual([1, 0, 1]);
    expect(ringsOf([92_000, 91_800, 92_000], repeating, MINUTE_MS)).toEqual([1, 0, 0]);
  });

  test('that has rung once or is past its time rings no more', () => {
    expect(ringsOf([91_500, 92_000], bell({ rangAtMs: START_MS }))).toEqual([0, 0]);
    expect(ringsOf([91_500, 92_000], bell({ untilMs: START_MS + 90_000 }))).toEqual([0, 0]);
    expect(ringsOf([91_500, 92_000], bell({ untilMs: START_MS + 150_000 }))).toEqual([0, 1]);
  });

  test('that was hung again rings again, however soon', () => {
    const again = bell({ setPrice: 92_600, setAtMs: START_MS + 3 * MINUTE_MS });
    const rings = watch([
      { price: 91_500, bells: [bell()] },
      { price: 92_600, bells: [bell()] },
      { price: 92_600, bells: [again] },
      { price: 91_500, bells: [again] },
    ]).map(({ length }) => length);

    expect(rings).toEqual([0, 1, 0, 1]);
  });

  test('is told beyond the day’s limit and beside another cause, but rests with the others', () => {
    const many = Array.from({ length: 9 }, (_, index) => bell({ id: `b${index}` }));
    const looks = [
      { price: 91_500, bells: many },
      { price: 92_000, bells: many },
    ];
    const rang = watch(looks, { ...DEFAULT_ALERT_SETTINGS, maxPerDay: 1 })[1];
    const resting = watch(looks, { ...DEFAULT_ALERT_SETTINGS, snoozedUntilMs: START_MS + HOUR_MS })[1];

    expect(rang?.map(({ isQuiet }) => isQuiet)).toEqual(many.map(() => false));
    expect(resting?.map(({ isQuiet }) => isQuiet)).toEqual(many.map(() => true));
  });

  test.each([
    [bell(), 'Your bell at 92,000', 'Price 92,000 reached 92,000, where you hung a bell.'],
    [
      bell({ place: 'cluster', low: 91_900, high: 92_400 }),
      'Your bell at the cluster 91,900 to 92,400',
      'Price 92,000 reached 91,900 to 92,400, where a cluster stood when you hung a bell on it.',
    ],
    [
      bell({ place: 'level', low: 91_900, high: 92_400 }),
      'Your bell at the level 91,900 to 92,400',
      'Price 92,000 reached the level 91,900 to 92,400, on which you hung a bell.',
    ],
  ])('says what was reached and at which price', (one, title, text) => {
    const [, rang] = watch([
      { price: 91_500, bells: [one] },
      { price: 92_000, bells: [one] },
    ]);

    expect(rang?.map(warningWords)).toEqual([{ title, text }]);
  });
});

describe('a bell whose price was there between two looks', () => {
  /** Five minutes that began so many minutes after the bell could first be looked at. */
  const bar = (afterMinutes: number, overrides: Partial<ClosedBar> = {}): ClosedBar => {
    const fromMs = START_MS + afterMinutes * MINUTE_MS;
    return { fromMs, untilMs: fromMs + 5 * MINUTE_MS, open: 91_500, low: 91_400, high: 92_050, ...overrides };
  };
  const ringsWith = (lately: readonly ClosedBar[], one = bell()) =>
    watch([
      { price: 91_500, bells: [one] },
      { price: 91_500, bells: [one], afterMs: 6 * MINUTE_MS, lately },
      { price: 91_500, bells: [one], lately },
    ]).map((warnings) => warnings.map(warningWords));

  test('rings once, and says when that was and what the price is now', () => {
    const repeating = bell({ repeats: true });
    expect(ringsWith([bar(1)], repeating)).toEqual([
      [],
      [
        {
          title: 'Your bell at 92,000',
          text: 'The price was at 92,000 between 13 Jan, 12:01 and 13 Jan, 12:06; it is 91,500 now.',
        },
      ],
      [],
    ]);
  });

  test.each([
    ['that did not reach it', bar(1, { high: 91_999 }), {}],
    ['in which the bell was hung', bar(0), { setAtMs: START_MS + MINUTE_MS }],
    ['in which it rang', bar(1), { repeats: true, rangAtMs: START_MS + 2 * MINUTE_MS }],
    ['in which the price only left it', bar(1, { open: 92_000 }), {}],
  ])('does not ring by a bar %s', (_what, one, overrides) => {
    expect(ringsWith([one], bell(overrides))).toEqual([[], [], []]);
  });
});

describe('what was missed', () => {
  const level = (low: number, high: number, score = 0.9): LevelReport => ({
    id: `${low}`,
    kind: 'swing-zone',
    side: 'support',
    low,
    high,
    score,
    sources: [],
    touches: 2,
    state: 'touched',
    stateAt: START_MS - 48 * HOUR_MS,
  });
  const pause: Pause = {
    fromMs: START_MS + MINUTE_MS,
    untilMs: START_MS + 9 * HOUR_MS,
    before: 91_000,
    low: 90_200,
    high: 91_100,
  };
  const after = (look: Partial<Look>) =>
    watch([
      { price: 91_000 },
      { price: 91_000, afterMs: 9 * HOUR_MS, pause, ...look },
      { price: 91_000, ...look },
    ]).map((warnings) => warnings.map(warningWords));

  test('is told once after it, with the levels that the price passed', () => {
    const levels = [level(90_400, 90_500), level(90_700, 90_800, 0.5), level(89_000, 89_100)];
    const [, told, later] = after({ levels });

    expect(told).toEqual([
      {
        title: 'Not watched until 13 Jan, 21:00',
        text: 'From 13 Jan, 12:01 to 13 Jan, 21:00 the price went from 91,000 to 91,000, within 90,200 to 91,100. It passed 90,400 to 90,500.',
      },
    ]);
    expect(later).toEqual([]);
  });

  test('is a move across a day’s range without a level, too', () => {
    expect(after({ pause: { ...pause, low: 90_050 } })[1]).toHaveLength(1);
  });

  test('is nothing where the price stayed between the levels', () => {
    expect(after({ levels: [level(90_000, 90_300)] })).toEqual([[], [], []]);
  });

  test('is a bell whose price was reached meanwhile, if it was set before', () => {
    const [, rang] = after({ bells: [bell({ low: 90_300, high: 90_300 })] });
    const [, tooLate] = after({
      bells: [bell({ low: 90_300, high: 90_300, setAtMs: START_MS + 2 * HOUR_MS })],
    });

    expect(rang).toEqual([
      {
        title: 'Your bell at 90,300 was missed',
        text: 'The price was at 90,300 while it was not watched; it is 91,000 now.',
      },
    ]);
    expect(tooLate).toEqual([]);
  });
});
