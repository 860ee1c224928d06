import type { Messages } from '../message.ts';

/** What the expected-forced map is worth. */
export const skill = {
  'skill.badge': '×{ratio:factor}',
  'skill.badge.all': '{badge} · all ×{ratio:factor}',
  'skill.too-little-heard':
    'No demonstrated skill yet: {days:dayCount}, {windows:number} windows, {usd:usd} USD liquidated; at least 7 days and 30 windows are needed.',
  'skill.ahead':
    'Over {days:dayCount} the map placed liquidations ×{p50:factor} ({p5:factor} to {p95:factor}) better than distance alone: {windows:number} windows, {usd:usd} USD liquidated.',
  'skill.behind':
    'Behind distance alone: ×{p50:factor} ({p5:factor} to {p95:factor}), {days:dayCount}, {windows:number} windows, {usd:usd} USD liquidated.',
  'skill.not-shown':
    'No demonstrated skill yet: ×{p50:factor} ({p5:factor} to {p95:factor}) against distance alone, {days:dayCount}, {windows:number} windows, {usd:usd} USD liquidated.',

  'skill.first.too-little-heard': 'By first passage: too little was heard.',
  'skill.first.ahead':
    'By first passage: ×{p50:factor} ({p5:factor} to {p95:factor}) against distance alone, ahead of it.',
  'skill.first.behind':
    'By first passage: ×{p50:factor} ({p5:factor} to {p95:factor}) against distance alone, behind it.',
  'skill.first.not-shown':
    'By first passage: ×{p50:factor} ({p5:factor} to {p95:factor}) against distance alone, no difference shown.',
  'skill.all.too-little-heard': 'On all orders: too little was heard.',
  'skill.all.ahead':
    'On all orders: ×{p50:factor} ({p5:factor} to {p95:factor}) against distance alone, ahead of it.',
  'skill.all.behind':
    'On all orders: ×{p50:factor} ({p5:factor} to {p95:factor}) against distance alone, behind it.',
  'skill.all.not-shown':
    'On all orders: ×{p50:factor} ({p5:factor} to {p95:factor}) against distance alone, no difference shown.',

  'skill.distance-alone': 'The expected-forced map goes by distance alone until its skill is back.',
  'skill.unproven': 'unproven',
  'skill.open-record': 'Open the track record.',
} as const satisfies Messages;
