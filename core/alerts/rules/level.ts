import { percentText, priceText, usdText } from '../../market/amount-text.ts';
import type { LevelReport } from '../../market/market-report.ts';
import { share } from '../../market/number-schemas.ts';
import { type AlertView, type Condition, PERCENT, rule } from './rule.ts';

/** Nearness that is a touch, and distance that ends it, in average true ranges; as for the level's own state. */
const TOUCH_ATR = 0.1;
const RELEASE_ATR = 0.5;

/** A close that is older is history, not news: zones are drawn anew each day and may look back. */
const NEWS_MS = 36 * 3_600_000;

/** The newest daily close that changed one of the report's levels; `before` while there are no levels. */
export const newestClose = (levels: readonly LevelReport[], before: number | null): number | null =>
  levels.length === 0 ? before : Math.max(before ?? 0, ...levels.map(({ stateAt }) => stateAt ?? 0));

/** Levels that the price touches now, and levels that the last daily closes went beyond or gave back. */
export const level = rule({
  id: 'level',
  label: 'A key level is touched, closed beyond or reclaimed',
  settings: {
    levelScore: {
      schema: share,
      fallback: 0.7,
      label: 'Least strength of the level',
      unit: '% strength',
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
      title: isBroken(level) ? `Back at ${band(level)}` : `${sideName(level)} ${band(level)} touched`,
      text: `Price reached ${priceText(price)}, at the ${level.side} ${band(level)} (${touchesText(level.touches)}). ${meaning(view, level)}`,
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
    const others = moved.slice(1).map(band);
    const also = others.length === 0 ? '' : ` The same close went through ${others.join(' and ')}.`;
    return [
      {
        key: `close:${direction}:${level.stateAt}`,
        cause: direction,
        gravity: 4,
        isRaised: true,
        isToldAtFirstSight: true,
        title: `${band(level)} ${closeTitle(level)}`,
        text: `The day closed ${direction === 'up' ? 'above' : 'below'} ${priceText(direction === 'up' ? level.high : level.low)}; price now ${priceText(price)}. ${closeMeaning(level)}${also}`,
      },
    ];
  });
}

/** Beyond a resistance is up; a resistance given back is down. */
const closeDirection = (level: LevelReport): 'down' | 'up' =>
  (level.side === 'resistance') === (level.state === 'closed-beyond') ? 'up' : 'down';

function closeTitle({ side, state }: LevelReport): string {
  if (side === 'resistance') return state === 'closed-beyond' ? 'closed above' : 'lost again';
  return state === 'closed-beyond' ? 'closed below' : 'reclaimed';
}

function closeMeaning(level: LevelReport): string {
  const edge = priceText(level.side === 'resistance' ? level.high : level.low);
  const back = level.side === 'resistance' ? 'below' : 'above';
  if (level.state === 'reclaimed') return `The break of this ${level.side} has failed.`;
  return `This ${level.side} has given way (${touchesText(level.touches)}); a daily close back ${back} ${edge} would make it a failed break.`;
}

const isBroken = ({ state }: LevelReport): boolean => state === 'closed-beyond';

/** What a break of the touched level would mean, by the report's own estimate. */
function meaning(view: AlertView, level: LevelReport): string {
  if (isBroken(level)) {
    const [edge, back] = level.side === 'resistance' ? [level.high, 'below'] : [level.low, 'above'];
    return `A daily close went beyond it before; one back ${back} ${priceText(edge)} would make that a failed break.`;
  }
  const direction = level.side === 'support' ? 'down' : 'up';
  const beyond = direction === 'down' ? `below ${priceText(level.low)}` : `above ${priceText(level.high)}`;
  const breakdown = view.report.breakdown.find(
    (entry) => entry.levelId === level.id && entry.direction === direction && entry.horizonHours === 24,
  );
  if (breakdown === undefined) return `Only a daily close ${beyond} counts as a break.`;
  const flow = direction === 'down' ? 'selling' : 'buying';
  return `Chance of a daily close ${beyond} within 24 hours ${percentText(breakdown.closeBeyond)} (estimate); it would release about ${usdText(breakdown.releasedUsd)} USD of forced ${flow}.`;
}

const sideName = ({ side }: LevelReport): string => (side === 'support' ? 'Support' : 'Resistance');

const band = ({ low, high }: LevelReport): string =>
  priceText(low) === priceText(high) ? priceText(low) : `${priceText(low)} to ${priceText(high)}`;

const touchesText = (touches: number): string =>
  touches === 0 ? 'not touched before' : touches === 1 ? 'touched once' : `touched ${touches} times`;
