import { type AlertView, type Condition, rule } from './rule.ts';

/** Levels that are as strong as those whose touch is told. */
const STRONG = 0.7;

/** A move across at least so many average true ranges is told without a level, too. */
const LARGE_ATR = 1;

/** What came to pass while the browser was closed or asleep. */
export const missed = rule({
  id: 'missed',
  settings: {},
  passingKeys: ['missed:'],
  conditions: missedConditions,
});

function missedConditions({ signals, report, price }: AlertView): Condition[] {
  const { pause } = signals;
  if (pause === null) return [];
  const { fromMs, untilMs, low, high, before } = pause;
  const passed = report.levels.filter(
    (level) => level.score >= STRONG && level.low > low && level.high < high,
  );
  const isLarge = report.atr1dUsd !== null && high - low >= LARGE_ATR * report.atr1dUsd;
  const key = `missed:${fromMs}`;
  return [
    {
      key,
      cause: key,
      gravity: 2,
      isRaised: passed.length > 0 || isLarge,
      isToldAtFirstSight: true,
      code: 'missed',
      figures: {
        from: fromMs,
        until: untilMs,
        before,
        price,
        range: [low, high],
        levels: passed.length === 0 ? null : passed.map((level) => [level.low, level.high]),
      },
    },
  ];
}
