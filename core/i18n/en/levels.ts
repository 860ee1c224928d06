import type { Messages } from '../message.ts';

/** Key levels, what a break of one would do, and chart patterns. */
export const levels = {
  /** Where a level comes from. */
  'level-source.swing-high': 'swing high of {day} at {price:price}',
  'level-source.swing-low': 'swing low of {day} at {price:price}',
  'level-source.sma-50': 'mean of 50 days',
  'level-source.sma-200': 'mean of 200 days',
  'level-source.prior-day-high': 'high of yesterday',
  'level-source.prior-day-low': 'low of yesterday',
  'level-source.prior-day-close': 'close of yesterday',
  'level-source.prior-week-high': 'high of last week',
  'level-source.prior-week-low': 'low of last week',
  'level-source.prior-week-close': 'close of last week',
  'level-source.prior-month-high': 'high of last month',
  'level-source.prior-month-low': 'low of last month',
  'level-source.prior-month-close': 'close of last month',
  'level-source.round': 'round number {price:price}',
  'level-source.liquidation-cluster.long': 'cluster of longs',
  'level-source.liquidation-cluster.short': 'cluster of shorts',
  'level.by-close': 'By the daily close at {time}.',

  levels: 'Key levels',
  'path.up': 'Above {trigger} next is {target}: {chance} {within}',
  'path.down': 'Below {trigger} next is {target}: {chance} {within}',
  'path.within': 'to be touched within {days:number} d',

  /** What is said of a level, one beside the other: side, touches, state. */
  'level.support': 'support',
  'level.resistance': 'resistance',
  'level.touches': { count: 'touches', one: 'touched once', other: 'touched {touches:number} times' },
  'level.touches.since': {
    count: 'touches',
    one: 'touched once since {since:day}',
    other: 'touched {touches:number} times since {since:day}',
  },
  'level.untouched': 'not touched yet',
  'level.untouched.since': 'not touched yet since {since:day}',
  'level.touched': 'never closed beyond',
  'level.rejected': 'turned back',
  'level.rejected.since': 'turned back since {since:day}',
  'level.closed-beyond': 'closed beyond',
  'level.closed-beyond.since': 'closed beyond since {since:day}',
  'level.reclaimed': 'reclaimed',
  'level.reclaimed.since': 'reclaimed since {since:day}',

  'pattern.doji.day': 'Daily doji, {at:day}',
  'pattern.doji.week': 'Weekly doji, {at:day}',
  'pattern.double-top.confirmed': 'Double top {days:days}, confirmed',
  'pattern.double-top.unconfirmed': 'Double top {days:days}, unconfirmed',
  'pattern.double-bottom.confirmed': 'Double bottom {days:days}, confirmed',
  'pattern.double-bottom.unconfirmed': 'Double bottom {days:days}, unconfirmed',
  'pattern.target': '{pattern}, target {target}',

  'break.up':
    'Daily close above {edge} in {hours:number} h: {chance} × {released:usd} × {amplification:factor} = {forced:usd} of forced buying, which would carry it to {carry} {interval}',
  'break.down':
    'Daily close below {edge} in {hours:number} h: {chance} × {released:usd} × {amplification:factor} = {forced:usd} of forced selling, which would carry it to {carry} {interval}',
  'break.interval': '{low}–{high}, estimate',
  'break.close.down':
    'A daily close below {edge:price} within {horizonHours:hours} has a chance of {closeBeyond:percent} and would release about {releasedUsd:usd} USD of forced selling within one average day’s range.',
  'break.close.up':
    'A daily close above {edge:price} within {horizonHours:hours} has a chance of {closeBeyond:percent} and would release about {releasedUsd:usd} USD of forced buying within one average day’s range.',
  'break.carry':
    'Forced orders would carry the move {amplification:factor} times as far, most likely to {p50:price} ({p5:price} to {p95:price}).',
  'break.ends': 'Moves of that size end near {p50:price} ({p5:price} to {p95:price}).',
  'break.expected.down': 'Expected forced selling: {expectedForcedUsd:usd} USD. All estimates.',
  'break.expected.up': 'Expected forced buying: {expectedForcedUsd:usd} USD. All estimates.',
  'break.touch': 'Chance of a touch: {touch:percent}.',
} as const satisfies Messages;
