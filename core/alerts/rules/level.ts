import type { LevelReport } from '../../market/market-report.ts';
import { share } from '../../market/number-schemas.ts';
import { type AlertView, type Condition, PERCENT, rule } from './rule.ts';
import { HOUR_MS } from '../../market/time.ts';

/** Nearness that is a touch, and distance that ends it, in average true ranges; as for the level's own state. */
const TOUCH_ATR = 0.1;
const RELEASE_ATR = 0.5;

/** A close that is older is history, not news: zones are drawn anew each day and may look back. */
const NEWS_MS = 36 * HOUR_MS;

/** The newest daily close that changed one of the report's levels; `before` while there are no levels. */
export const newestClose = (levels: readonly LevelReport[], before: number | null): number | null =>
  levels.length === 0 ? before : Math.max(before ?? 0, ...levels.map(({ stateAt }) => stateAt ?? 0));

/** Levels that the price touches now, and levels that the last daily closes went beyond or gave back. */
export const level = rule({
  id: 'level',
  settings: {
    levelScore: {
      schema: share,
      fallback: 0.7,
      scale: PERCENT,
      least: 1,
      most: 100,
    },
  },
  passingKeys: ['touch:', 'close:'],
  conditions: levelConditions,
});

function levelConditions(view: AlertView, { levelScore }: { readonly levelScore: number }): Condition[] {
  const levels = view.report.levels.filter(({ score }) => score >= levelScore);
  const isFresh = freshClose(view);
  const fresh = levels.filter(isFresh);
  return [
    ...touchConditions(
      view,
      levels.filter((level) => !isFresh(level)),
    ),
    ...closeConditions(view, fresh),
  ];
}

function touchConditions(view: AlertView, levels: readonly LevelReport[]): Condition[] {
  const { price, previousPrice } = view;
  const atr = view.report.atr1dUsd;
  if (atr === null) return [];
  return levels.map((level) => {
    const key = `touch:${level.id}`;
    const reach = (view.state.raised[key] === true ? RELEASE_ATR : TOUCH_ATR) * atr;
    const isInside = price >= level.low - reach && price <= level.high + reach;
    const hasCrossed =
      previousPrice !== null &&
      Math.max(price, previousPrice) > level.high &&
      Math.min(price, previousPrice) < level.low;
    const isThrough = !isBroken(level) && (level.side === 'support' ? price < level.low : price > level.high);
    const isFalling =
      previousPrice === null || previousPrice === price
        ? (level.side === 'support') !== isBroken(level)
        : price < previousPrice;
    return {
      key,
      cause: isFalling ? 'down' : 'up',
      gravity: 1,
      isRaised: isInside || hasCrossed,
      isToldAtFirstSight: false,
      code: `level.${isBroken(level) ? 'back' : 'touch'}.${level.side}`,
      figures: {
        price: isThrough ? null : price,
        through: isThrough ? price : null,
        ...figuresOf(level),
        ...breakOf(view, level),
      },
    };
  });
}

/** Whether a daily close since the last look went beyond a level or gave it back. */
function freshClose({ state, nowMs }: AlertView): (level: LevelReport) => boolean {
  const seenAt = Math.max(state.closesSeenAt ?? nowMs, nowMs - NEWS_MS);
  return (level) =>
    (level.state === 'closed-beyond' || level.state === 'reclaimed') &&
    level.stateAt !== null &&
    level.stateAt > seenAt &&
    level.stateAt <= nowMs;
}

/** What happened at one daily close in one direction is one condition, told of the strongest level. */
function closeConditions({ price }: AlertView, fresh: readonly LevelReport[]): Condition[] {
  return (['down', 'up'] as const).flatMap((direction) => {
    const moved = fresh
      .filter((level) => closeDirection(level) === direction)
      .sort((a, b) => b.score - a.score);
    const [level] = moved;
    if (level === undefined) return [];
    return [
      {
        key: `close:${direction}:${level.stateAt}`,
        cause: direction,
        gravity: 4,
        isRaised: true,
        isToldAtFirstSight: true,
        code: `level.${level.state}.${level.side}`,
        figures: {
          price,
          ...figuresOf(level),
          closedPast: direction === 'up' ? level.high : level.low,
          others: moved.length > 1 ? moved.slice(1).map(bandOf) : null,
        },
      },
    ];
  });
}

/** Beyond a resistance is up; a resistance given back is down. */
const closeDirection = (level: LevelReport): 'down' | 'up' =>
  (level.side === 'resistance') === (level.state === 'closed-beyond') ? 'up' : 'down';

const isBroken = ({ state }: LevelReport): boolean => state === 'closed-beyond';

const bandOf = ({ low, high }: LevelReport): readonly [number, number] => [low, high];

/** `edge` is the one that a daily close has to pass. */
const figuresOf = (level: LevelReport) => ({
  level: bandOf(level),
  edge: level.side === 'resistance' ? level.high : level.low,
  touches: level.touches,
});

/** What the report says of a break of the touched level within a day; null where it does not judge it. */
function breakOf({ report }: AlertView, { id, side }: LevelReport) {
  const direction = side === 'support' ? 'down' : 'up';
  const breakdown = report.breakdown.find(
    (entry) => entry.levelId === id && entry.direction === direction && entry.horizonHours === 24,
  );
  return { closeBeyond: breakdown?.closeBeyond ?? null, releasedUsd: breakdown?.releasedUsd ?? null };
}
