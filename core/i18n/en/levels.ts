import type { Messages } from '../message.ts';

/** Key levels, what a break of one would do, and chart patterns. */
export const levels = {
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
