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

  'level.support.untouched': 'support, not touched yet',
  'level.support.untouched.since': 'support, not touched yet since {since:day}',
  'level.support.untouched.touches': {
    count: 'touches',
    one: 'support, touched once, not touched yet',
    other: 'support, touched {touches:number} times, not touched yet',
  },
  'level.support.untouched.touches.since': {
    count: 'touches',
    one: 'support, touched once, not touched yet since {since:day}',
    other: 'support, touched {touches:number} times, not touched yet since {since:day}',
  },
  'level.support.touched': 'support, never closed beyond',
  'level.support.touched.since': 'support, never closed beyond since {since:day}',
  'level.support.touched.touches': {
    count: 'touches',
    one: 'support, touched once, never closed beyond',
    other: 'support, touched {touches:number} times, never closed beyond',
  },
  'level.support.touched.touches.since': {
    count: 'touches',
    one: 'support, touched once since {since:day}, never closed beyond',
    other: 'support, touched {touches:number} times since {since:day}, never closed beyond',
  },
  'level.support.rejected': 'support, turned back',
  'level.support.rejected.since': 'support, turned back since {since:day}',
  'level.support.rejected.touches': {
    count: 'touches',
    one: 'support, touched once, turned back',
    other: 'support, touched {touches:number} times, turned back',
  },
  'level.support.rejected.touches.since': {
    count: 'touches',
    one: 'support, touched once, turned back since {since:day}',
    other: 'support, touched {touches:number} times, turned back since {since:day}',
  },
  'level.support.closed-beyond': 'support, closed beyond',
  'level.support.closed-beyond.since': 'support, closed beyond since {since:day}',
  'level.support.closed-beyond.touches': {
    count: 'touches',
    one: 'support, touched once, closed beyond',
    other: 'support, touched {touches:number} times, closed beyond',
  },
  'level.support.closed-beyond.touches.since': {
    count: 'touches',
    one: 'support, touched once, closed beyond since {since:day}',
    other: 'support, touched {touches:number} times, closed beyond since {since:day}',
  },
  'level.support.reclaimed': 'support, reclaimed',
  'level.support.reclaimed.since': 'support, reclaimed since {since:day}',
  'level.support.reclaimed.touches': {
    count: 'touches',
    one: 'support, touched once, reclaimed',
    other: 'support, touched {touches:number} times, reclaimed',
  },
  'level.support.reclaimed.touches.since': {
    count: 'touches',
    one: 'support, touched once, reclaimed since {since:day}',
    other: 'support, touched {touches:number} times, reclaimed since {since:day}',
  },
  'level.resistance.untouched': 'resistance, not touched yet',
  'level.resistance.untouched.since': 'resistance, not touched yet since {since:day}',
  'level.resistance.untouched.touches': {
    count: 'touches',
    one: 'resistance, touched once, not touched yet',
    other: 'resistance, touched {touches:number} times, not touched yet',
  },
  'level.resistance.untouched.touches.since': {
    count: 'touches',
    one: 'resistance, touched once, not touched yet since {since:day}',
    other: 'resistance, touched {touches:number} times, not touched yet since {since:day}',
  },
  'level.resistance.touched': 'resistance, never closed beyond',
  'level.resistance.touched.since': 'resistance, never closed beyond since {since:day}',
  'level.resistance.touched.touches': {
    count: 'touches',
    one: 'resistance, touched once, never closed beyond',
    other: 'resistance, touched {touches:number} times, never closed beyond',
  },
  'level.resistance.touched.touches.since': {
    count: 'touches',
    one: 'resistance, touched once since {since:day}, never closed beyond',
    other: 'resistance, touched {touches:number} times since {since:day}, never closed beyond',
  },
  'level.resistance.rejected': 'resistance, turned back',
  'level.resistance.rejected.since': 'resistance, turned back since {since:day}',
  'level.resistance.rejected.touches': {
    count: 'touches',
    one: 'resistance, touched once, turned back',
    other: 'resistance, touched {touches:number} times, turned back',
  },
  'level.resistance.rejected.touches.since': {
    count: 'touches',
    one: 'resistance, touched once, turned back since {since:day}',
    other: 'resistance, touched {touches:number} times, turned back since {since:day}',
  },
  'level.resistance.closed-beyond': 'resistance, closed beyond',
  'level.resistance.closed-beyond.since': 'resistance, closed beyond since {since:day}',
  'level.resistance.closed-beyond.touches': {
    count: 'touches',
    one: 'resistance, touched once, closed beyond',
    other: 'resistance, touched {touches:number} times, closed beyond',
  },
  'level.resistance.closed-beyond.touches.since': {
    count: 'touches',
    one: 'resistance, touched once, closed beyond since {since:day}',
    other: 'resistance, touched {touches:number} times, closed beyond since {since:day}',
  },
  'level.resistance.reclaimed': 'resistance, reclaimed',
  'level.resistance.reclaimed.since': 'resistance, reclaimed since {since:day}',
  'level.resistance.reclaimed.touches': {
    count: 'touches',
    one: 'resistance, touched once, reclaimed',
    other: 'resistance, touched {touches:number} times, reclaimed',
  },
  'level.resistance.reclaimed.touches.since': {
    count: 'touches',
    one: 'resistance, touched once, reclaimed since {since:day}',
    other: 'resistance, touched {touches:number} times, reclaimed since {since:day}',
  },

  'pattern.doji.day': 'Daily doji, {at:day}',
  'pattern.doji.week': 'Weekly doji, {at:day}',
  'pattern.double-top.confirmed': 'Double top {days:days}, confirmed',
  'pattern.double-top.unconfirmed': 'Double top {days:days}, unconfirmed',
  'pattern.double-bottom.confirmed': 'Double bottom {days:days}, confirmed',
  'pattern.double-bottom.unconfirmed': 'Double bottom {days:days}, unconfirmed',
  'pattern.target': '{pattern}, target {target}',

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
