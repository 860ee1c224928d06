import type { Messages } from '../message.ts';

/** A position as plain text for the clipboard, a message a line. */
export const positionTexts = {
  'text.isolated': '{position}, {venue}, isolated',
  'text.cross': '{position}, {venue}, cross',
  'text.settles': '{head}, settles in {coin}',
  'text.entry': 'Entry {entry}, {usd} USD, margin {margin} USD',
  'text.liquidation': 'Liquidation {price} USD, bankruptcy {bankruptcy} USD',
  'text.liquidation.estimate': 'Liquidation (estimate) {price} USD, bankruptcy {bankruptcy} USD',
  'text.alternative.entry-value': 'By the older formula ({formula}) {price} USD',
  'text.alternative.formula': 'By our formula ({formula}) {price} USD',
  'text.told': 'As {venue} says {price} USD',
  'text.price': 'Price {price} USD',
  'text.distance': 'Distance {away}, {usd} USD',
  'text.distance.atr': 'Distance {away}, {usd} USD, {atr:times} ATR',
  'text.distance.sigmas': 'Distance {away}, {usd} USD, {sigmas:times} sigma of a day',
  'text.distance.both': 'Distance {away}, {usd} USD, {atr:times} ATR, {sigmas:times} sigma of a day',
  'text.touch': 'Chance of touch (estimate): {chances}',
  'text.chance': '{horizon} {chance}',
  'text.chance.cascade': '{horizon} {chance} (with cascade {cascade})',
  'text.path': {
    count: 'clusters',
    one: 'In between (estimates): 1 cluster, {exposureUsd:usd} USD if nobody acts, {forcedUsd:usd} USD expected to be forced',
    other:
      'In between (estimates): {clusters:number} clusters, {exposureUsd:usd} USD if nobody acts, {forcedUsd:usd} USD expected to be forced',
  },
  'text.stop': 'Stop {price} USD',
  'text.target':
    'Target {price} USD closes {share}: {multiple} R, before stop or liquidation in {horizon} (estimate) {chance}',
  'text.break-even': 'Break-even after fees of {fee} each way {price} USD',
  'text.best-stop': 'Stop beyond the nearest cluster, clear of the liquidation: {price} USD',
  'text.size': 'Largest size {usd} USD; {limit} binds',
  'text.funding': 'Funding over {hours} h: {usd} USD paid',
} as const satisfies Messages;
